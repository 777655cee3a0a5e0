package dev.safebank.stress.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.safebank.evidence.ScenarioFacts;
import dev.safebank.model.Bank;
import dev.safebank.model.Promise;
import dev.safebank.model.specification.AnomalyKind;
import dev.safebank.model.variants.GlobalLockBank;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jcstress.annotations.Actor;

class DeclarationsTest {

  /** The outcomes that were worked out by hand when the scenarios were written. */
  private static final Map<Class<?>, Set<String>> BY_HAND = Map.of(
      TransferVersusValidate.class, Set.of("MOVED, 200"),
      RacingTransfers.class, Set.of("MOVED, MOVED, 20, 180"),
      CrossingTransfers.class, Set.of("MOVED, MOVED, 200"),
      Overdraw.class, Set.of("MOVED, REFUSED, 20", "REFUSED, MOVED, 20"),
      FailedTransfer.class, Set.of("FAILED, MOVED, 200"),
      NestedValidate.class, Set.of("200, MOVED"),
      SelfTransfer.class, Set.of("MOVED, 200"),
      ValidateTwice.class, Set.of("MOVED, 200, 200"),
      DisjointTransfers.class, Set.of("MOVED, MOVED, 400"),
      RingOfTransfers.class, Set.of("MOVED, MOVED, MOVED, 300"));

  @Test
  void theSpecificationGivesTheOutcomesThatWereWorkedOutByHand() {
    BY_HAND.forEach((scenario, outcomes) ->
        assertThat(Declarations.ofScenario(scenario).serialOutcomes()).isEqualTo(outcomes));
    assertThat(Scenarios.all()).containsAll(BY_HAND.keySet());
  }

  @Test
  void anOutcomeIsJudgedByLawWhetherAnybodyThoughtOfItOrNot() {
    ScenarioFacts facts = Declarations.ofScenario(FailedTransfer.class);

    assertThat(facts.brokenBy("FAILED, MOVED, 150"))
        .containsExactly(Promise.UNDOES_FAILED_TRANSFERS, Promise.LINEARIZABLE);
    assertThat(facts.brokenBy("FAILED, STUCK, 150")).containsExactly(Promise.RELEASES_LOCKS);
    assertThat(facts.brokenBy("STUCK, MOVED, 170")).containsExactly(Promise.NEVER_DEADLOCKS);
    assertThat(facts.brokenBy("FAILED, DEADLOCK, 200")).containsExactly(Promise.NEVER_DEADLOCKS);
    assertThat(facts.brokenBy("FAILED, REFUSED, 200")).containsExactly(Promise.LINEARIZABLE);
    assertThat(facts.anomalies("FAILED, IllegalStateException, 200"))
        .containsExactly(AnomalyKind.FORBIDDEN_RESULT);
    assertThat(facts.anomalies("FAILED, MOVED, 200")).isEmpty();
  }

  @Test
  void aVariantIsReadWithItsTwin() {
    assertThat(Declarations.ofVariant(GlobalLockBank.class).keeps())
        .containsExactlyInAnyOrder(Promise.values());
    assertThat(Declarations.ofVariant(GlobalLockBank.class).twin()).isPresent();
  }

  @Test
  void aScenarioThatDeclaresNothingIsRefusedByName() {
    assertThatThrownBy(() -> Declarations.ofScenario(String.class))
        .hasMessage("java.lang.String has no @Scenario annotation");
  }

  @Test
  void aBankThatClaimsNothingIsJudgedAgainstEveryPromise() {
    assertThat(Declarations.ofVariant(Bank.class).keeps())
        .containsExactlyInAnyOrder(Promise.values());
  }

  @Test
  void everyPromiseCanBeBrokenInSomeScenario() {
    Set<Promise> breakable = EnumSet.noneOf(Promise.class);
    Scenarios.all()
        .forEach(scenario -> breakable.addAll(Declarations.ofScenario(scenario).canBreak()));

    assertThat(breakable).containsExactly(Promise.values());
  }

  @ParameterizedTest
  @MethodSource("dev.safebank.stress.scenario.Scenarios#all")
  void aScenarioHasAnActorMethodForEachActorOfItsProgram(Class<?> scenario) {
    ScenarioFacts facts = Declarations.ofScenario(scenario);

    assertThat(facts.serialOutcomes()).isNotEmpty();
    assertThat(facts.actors())
        .hasSameSizeAs(Arrays.stream(scenario.getDeclaredMethods())
            .filter(method -> method.isAnnotationPresent(Actor.class))
            .collect(Collectors.toList()));
  }
}
