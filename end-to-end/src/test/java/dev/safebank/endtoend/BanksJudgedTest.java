package dev.safebank.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.model.Promise;
import dev.safebank.report.verdict.PromiseVerdict;
import dev.safebank.report.verdict.VariantVerdict;
import dev.safebank.report.verdict.Verdict;
import dev.safebank.stress.program.Scope;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Banks with a fault, as a user may write them, go the whole way from the commands that explore to
 * the gate. Each is explored in a scope in which its fault shows.
 */
@Tag("slow")
class BanksJudgedTest {

  private static final String PAIRS = "2x1x2";
  private static final String PAIRS_OVER_THREE = "2x1x3";
  private static final String SEQUENCES = "2x2x2:small";
  private static final String TRIPLES_OVER_THREE = "3x1x3:small";

  private static final String CONTRACT = "CONTRACT";
  private static final String RIGHT = "RightBank";

  private static final Map<String, List<String>> BANKS = Map.of(
      PAIRS,
      List.of(
          RIGHT,
          "NestedInTwoStepsBank",
          "LyingBank",
          "ThrowingBank",
          "LosingAndDeadlockingBank",
          "DenyingBank",
          "TwiceMovingBank",
          "OverdrawingBank",
          "SelfTransferThrowingBank",
          "EmptyingLosesBank",
          "RefusalLeaksBank",
          "SnapshotRollbackBank",
          "RunningTotalBank",
          "UnlockedValidateBank"),
      PAIRS_OVER_THREE,
      List.of("ConstantTotalBank", "OnePairLosesBank"),
      SEQUENCES,
      List.of(RIGHT, "SecondCallLiesBank", "RefusalPoisonsBank"),
      TRIPLES_OVER_THREE,
      List.of(RIGHT, "RingDeadlockBank"));

  private static final Map<String, JudgedBanks> JUDGED = new HashMap<>();

  @BeforeAll
  static void explore(@TempDir Path folder) throws IOException {
    for (Map.Entry<String, List<String>> group : BANKS.entrySet()) {
      Path own = folder.resolve(group.getKey().replace(':', '-'));
      JUDGED.put(group.getKey(), JudgedBanks.explored(own, group.getKey(), group.getValue()));
    }
  }

  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource(delimiter = '|', textBlock = """
          LyingBank                | 2x1x2       | CONTRACT                | ended in 200 ‖ true and [100, 100]; the specification allows 200 ‖ true and [40, 160]
          LyingBank                | 2x1x2       | LINEARIZABLE            | ended in 200 ‖ true and [100, 100]; the specification allows 200 ‖ true and [40, 160]
          ThrowingBank             | 2x1x2       | CONTRACT                | validate() gave UnsupportedOperationException where the specification allows 200
          LosingAndDeadlockingBank | 2x1x2       | CONSERVES_MONEY         | validate() gave 199 where the specification allows 200
          DenyingBank              | 2x1x2       | CONTRACT                | transfer(0, 0, 60) gave false where the specification allows true
          TwiceMovingBank          | 2x1x2       | CONTRACT                | ended in true ‖ true and [160, 40]; the specification allows true ‖ true and [100, 100]
          OverdrawingBank          | 2x1x2       | NEVER_OVERDRAWN         | transfer(0, 1, 101) gave true where the specification allows false
          SelfTransferThrowingBank | 2x1x2       | CONTRACT                | transfer(0, 0, 60) gave IllegalArgumentException where the specification allows true
          EmptyingLosesBank        | 2x1x2       | CONSERVES_MONEY         | validate() gave 199 where the specification allows 200
          RefusalLeaksBank         | 2x1x2       | NEVER_DEADLOCKS         | gave STUCK where the specification allows true
          SnapshotRollbackBank     | 2x1x2       | UNDOES_FAILED_TRANSFERS | and [100, 160]; the specification allows
          RunningTotalBank         | 2x1x2       | CONSISTENT_TOTAL        | validate() gave 160 where the specification allows 200
          UnlockedValidateBank     | 2x1x2       | CONSISTENT_TOTAL        | validate() gave 140 where the specification allows 200
          ConstantTotalBank        | 2x1x3       | CONSISTENT_TOTAL        | validate() gave 200 where the specification allows 300
          OnePairLosesBank         | 2x1x3       | CONSERVES_MONEY         | transfer(1, 2, 60)
          SecondCallLiesBank       | 2x2x2:small | CONTRACT                | transfer(0, 1, 60), transfer(1, 0, 60)
          RefusalPoisonsBank       | 2x2x2:small | CONTRACT                | gave false where the specification allows true
          RingDeadlockBank         | 3x1x3:small | NEVER_DEADLOCKS         | transfer(0, 1, 60) gave DEADLOCK where the specification allows
          """)
  void aFaultyBankFailsWithTheCallItsResultAndTheSpecification(
      String bank, String scope, String broken, String contrast) {
    JudgedBanks judged = JUDGED.get(scope);

    assertThat(judged.objections(bank))
        .anySatisfy(message -> assertThat(message)
            .contains(
                broken.equals(CONTRACT)
                    ? "the bank broke its contract: "
                    : " claims " + broken + ", ")
            .contains(contrast));
    if (!broken.equals(CONTRACT)) {
      assertThat(verdict(judged.of(bank), Promise.valueOf(broken))).isEqualTo(Verdict.BROKEN);
    }
  }

  /** What is wrong without any concurrency is in the way of every proof. */
  @ParameterizedTest
  @ValueSource(
      strings = {"LyingBank", "ThrowingBank", "LosingAndDeadlockingBank", "SelfTransferThrowingBank"
      })
  void aBankThatIsWrongAlreadyInOneCallAloneIsProvedInNothing(String bank) {
    assertThat(JUDGED.get(PAIRS).of(bank).promises())
        .extracting(PromiseVerdict::verdict)
        .doesNotContain(Verdict.PROVED);
  }

  @Test
  void aRightBankIsProvedInEveryScope() {
    BANKS.forEach((scope, banks) -> {
      if (banks.contains(RIGHT)) {
        assertProved(scope, RIGHT);
      }
    });
  }

  /** The total is the same before and after a transfer, so nobody can tell. */
  @Test
  void aBankThatTransfersAndValidatesInTwoStepsIsProved() {
    assertProved(PAIRS, "NestedInTwoStepsBank");
  }

  private static void assertProved(String scope, String bank) {
    JudgedBanks judged = JUDGED.get(scope);
    assertThat(judged.verdicts().objections()).isEmpty();
    assertThat(judged.objections(bank)).isEmpty();
    assertThat(judged.of(bank).promises()).hasSize(Promise.values().length).allSatisfy(promise -> {
      assertThat(promise.verdict()).isEqualTo(Verdict.PROVED);
      assertThat(promise.scope())
          .contains("all %,d programs of %s"
              .formatted(
                  Scope.parse(scope).get(0).size(), Scope.parse(scope).get(0).words()));
    });
  }

  private static Verdict verdict(VariantVerdict bank, Promise promise) {
    return bank.promises().stream()
        .filter(judged -> judged.promise() == promise)
        .map(PromiseVerdict::verdict)
        .findFirst()
        .orElseThrow();
  }
}
