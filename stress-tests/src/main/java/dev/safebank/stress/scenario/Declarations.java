package dev.safebank.stress.scenario;

import dev.safebank.evidence.ScenarioFacts;
import dev.safebank.evidence.VariantFacts;
import dev.safebank.model.Bank;
import dev.safebank.model.LockingVariant;
import dev.safebank.model.Promise;
import dev.safebank.model.variants.LockingVariants;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the annotations of scenarios and variants into the records of evidence. */
public final class Declarations {

  private Declarations() {}

  /**
   * Reads a scenario's declaration.
   *
   * @throws IllegalArgumentException if the class has no {@link Scenario} annotation, or its
   *     program cannot be read
   */
  public static ScenarioFacts ofScenario(Class<?> scenarioClass) {
    Scenario scenario = scenarioClass.getAnnotation(Scenario.class);
    if (scenario == null) {
      throw new IllegalArgumentException(scenarioClass.getName() + " has no @Scenario annotation");
    }
    List<String> actors = List.of(scenario.actors());
    return new ScenarioFacts(
        scenarioClass.getSimpleName(),
        scenarioClass.getName(),
        scenario.story(),
        actors,
        scenario.reports(),
        ScenarioNotation.read(scenario.accounts(), actors, scenario.reports()),
        Arrays.stream(scenario.meanings()).collect(Collectors.toMap(Meaning::of, Meaning::is)));
  }

  /**
   * Reads a variant's declaration. A bank that declares nothing claims every promise.
   *
   * @throws IllegalArgumentException if its {@link LockingVariant} annotation contradicts itself
   */
  public static VariantFacts ofVariant(Class<? extends Bank> variantClass) {
    LockingVariant variant = variantClass.getAnnotation(LockingVariant.class);
    if (variant == null) {
      return new VariantFacts(
          variantClass.getSimpleName(),
          variantClass.getName(),
          "claims nothing, and is judged against every promise",
          EnumSet.allOf(Promise.class),
          Optional.empty());
    }
    return new VariantFacts(
        variantClass.getSimpleName(),
        variantClass.getName(),
        variant.idea(),
        LockingVariants.kept(variantClass),
        LockingVariants.twin(variantClass).map(Class::getSimpleName));
  }
}
