package dev.safebank.stress.scenario;

import dev.safebank.model.Bank;
import dev.safebank.model.LockingVariant;
import dev.safebank.stress.evidence.OutcomeFacts;
import dev.safebank.stress.evidence.ScenarioFacts;
import dev.safebank.stress.evidence.VariantFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what classes declare in their annotations into the facts that evidence carries. */
public final class Declarations {

  private Declarations() {}

  /**
   * Reads a scenario's declaration; {@code DEADLOCK} and {@code STUCK}, which every scenario fears,
   * come last.
   *
   * @throws IllegalArgumentException if the class has no {@link Scenario} annotation
   */
  public static ScenarioFacts ofScenario(Class<?> scenarioClass) {
    Scenario scenario = scenarioClass.getAnnotation(Scenario.class);
    if (scenario == null) {
      throw new IllegalArgumentException(scenarioClass.getName() + " has no @Scenario annotation");
    }
    return new ScenarioFacts(
        scenarioClass.getSimpleName(),
        scenarioClass.getName(),
        scenario.story(),
        List.of(scenario.actors()),
        scenario.reports(),
        outcomes(scenario));
  }

  private static List<OutcomeFacts> outcomes(Scenario scenario) {
    List<OutcomeFacts> outcomes = new ArrayList<>();
    for (String serial : scenario.serial()) {
      outcomes.add(
          new OutcomeFacts(serial, Optional.empty(), "As if the actors had gone one by one."));
    }
    for (Anomaly anomaly : scenario.anomalies()) {
      for (String outcome : anomaly.outcomes()) {
        outcomes.add(new OutcomeFacts(outcome, Optional.of(anomaly.breaks()), anomaly.meaning()));
      }
    }
    outcomes.add(OutcomeFacts.deadlock());
    outcomes.add(OutcomeFacts.stuck(scenario.stuckBreaks()));
    return outcomes;
  }

  /**
   * Reads a variant's declaration.
   *
   * @throws IllegalArgumentException if the class has no {@link LockingVariant} annotation
   */
  public static VariantFacts ofVariant(Class<? extends Bank> variantClass) {
    LockingVariant variant = variantClass.getAnnotation(LockingVariant.class);
    if (variant == null) {
      throw new IllegalArgumentException(variantClass.getName()
          + " has no @LockingVariant annotation: add one that says what it keeps");
    }
    return new VariantFacts(
        variantClass.getSimpleName(),
        variantClass.getName(),
        variant.idea(),
        Set.of(variant.keeps()),
        Optional.of(variant.twin()).filter(twin -> twin != Bank.class).map(Class::getSimpleName));
  }
}
