package dev.safebank.report.page.witness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.report.verdict.VerdictAction;
import dev.safebank.report.verdict.VerdictLocation;
import dev.safebank.report.verdict.VerdictStep;
import dev.safebank.report.verdict.VerdictWitness;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BankTraceTest {

  private static final List<Long> OPENING = List.of(100L, 100L);

  @Test
  void balancesAndTotalFollowEveryWrite() {
    List<StepState> states = trace(
        step(0, VerdictAction.WRITE, "balances[0]", "40"),
        step(1, VerdictAction.READ, "balances[0]", "40"),
        step(0, VerdictAction.UPDATE, "bank.balances[1]", "160"));
    assertThat(states).extracting(StepState::total).containsExactly("140", "140", "200");
    assertThat(states.get(2).balances()).containsExactly(40L, 160L);
    assertThat(states)
        .extracting(StepState::changed)
        .containsExactly(List.of(0), List.of(), List.of(1));
  }

  @Test
  void aComparisonThatFailsChangesNothing() {
    VerdictStep failed = new VerdictStep(
        0,
        VerdictAction.COMPARE_AND_SET,
        "balances[0]",
        Optional.of("100"),
        Optional.of("100"),
        Optional.of(false),
        Optional.empty(),
        line(1),
        false);
    assertThat(trace(failed).get(0).changed()).isEmpty();
  }

  @Test
  void aLockIsHeldUntilItsOwnerHasReleasedItAsOftenAsItTookIt() {
    List<StepState> states = trace(
        step(0, VerdictAction.ACQUIRE, "lock", ""),
        step(0, VerdictAction.ACQUIRE, "lock", ""),
        step(0, VerdictAction.RELEASE, "lock", ""),
        step(1, VerdictAction.RELEASE, "lock", ""),
        step(0, VerdictAction.RELEASE, "lock", ""));
    assertThat(states).extracting(state -> state.locks().size()).containsExactly(1, 2, 1, 1, 0);
    assertThat(states.get(0).locks()).containsExactly(new StepState.HeldLock("lock", 0, 7, 1));
  }

  @Test
  void aReadOfAReplacedValueIsStale() {
    List<StepState> states = trace(
        step(0, VerdictAction.WRITE, "balances[0]", "40"),
        step(1, VerdictAction.READ, "balances[0]", "100"),
        step(1, VerdictAction.READ, "balances[0]", "40"));
    assertThat(states).extracting(StepState::stale).containsExactly(false, true, false);
  }

  @Test
  void balancesThatCannotBeToldAreNotTold() {
    assertThat(
            trace(step(0, VerdictAction.WRITE, "snapshot", "Snapshot@1")).get(0).balances())
        .isEmpty();
    List<StepState> states = trace(step(0, VerdictAction.WRITE, "balances[0]", "plenty"));
    assertThat(states.get(0).balances()).isEmpty();
    assertThat(states.get(0).total()).isEmpty();
  }

  private static List<StepState> trace(VerdictStep... steps) {
    return BankTrace.of(
        new VerdictWitness.Interleaving(
            "anything", List.of("A", "B"), 0, true, List.of(steps), List.of(), "0"),
        OPENING);
  }

  private static VerdictStep step(int actor, VerdictAction action, String variable, String after) {
    return new VerdictStep(
        actor,
        action,
        variable,
        Optional.empty(),
        after.isEmpty() ? Optional.empty() : Optional.of(after),
        Optional.empty(),
        Optional.empty(),
        line(7),
        false);
  }

  private static VerdictLocation line(int line) {
    return new VerdictLocation("dev.example.Bank", "transfer", "Bank.java", line);
  }
}
