package dev.safebank.stress.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.safebank.model.Bank;
import dev.safebank.model.Promise;
import dev.safebank.model.variants.GlobalLockBank;
import dev.safebank.stress.evidence.OutcomeFacts;
import dev.safebank.stress.evidence.ScenarioFacts;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jcstress.annotations.Actor;

class DeclarationsTest {

  @Test
  void aScenarioFearsDeadlockAndStuckAfterWhatItDeclares() {
    ScenarioFacts facts = Declarations.ofScenario(FailedTransfer.class);

    assertThat(facts.outcomes())
        .extracting(OutcomeFacts::outcome)
        .startsWith("FAILED, MOVED, 200", "FAILED, MOVED, 150")
        .endsWith("DEADLOCK", "STUCK");
    assertThat(facts.declared("STUCK, STUCK, 150").orElseThrow().breaks())
        .contains(Promise.RELEASES_LOCKS);
    assertThat(facts.declared("FAILED, DEADLOCK, 200").orElseThrow().breaks())
        .contains(Promise.NEVER_DEADLOCKS);
    assertThat(facts.declared("MOVED, MOVED, 200")).isEmpty();
  }

  @Test
  void aVariantIsReadWithItsTwin() {
    assertThat(Declarations.ofVariant(GlobalLockBank.class).keeps())
        .containsExactlyInAnyOrder(Promise.values());
    assertThat(Declarations.ofVariant(GlobalLockBank.class).twin()).isPresent();
  }

  @Test
  void aClassThatDeclaresNothingIsRefusedByName() {
    assertThatThrownBy(() -> Declarations.ofScenario(String.class))
        .hasMessage("java.lang.String has no @Scenario annotation");
    assertThatThrownBy(() -> Declarations.ofVariant(Bank.class))
        .hasMessage(
            "dev.safebank.model.Bank has no @LockingVariant annotation: add one that says what it"
                + " keeps");
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
  void aScenarioDeclaresEachOutcomeOnceAndEachActorsPart(Class<?> scenario) {
    ScenarioFacts facts = Declarations.ofScenario(scenario);

    assertThat(facts.outcomes()).extracting(OutcomeFacts::outcome).doesNotHaveDuplicates();
    assertThat(facts.actors())
        .hasSameSizeAs(Arrays.stream(scenario.getDeclaredMethods())
            .filter(method -> method.isAnnotationPresent(Actor.class))
            .collect(Collectors.toList()));
  }
}
