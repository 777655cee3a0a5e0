package dev.safebank.stress.run;

import dev.safebank.model.Promise;
import dev.safebank.stress.evidence.CellFacts;
import dev.safebank.stress.evidence.ScenarioFacts;
import dev.safebank.stress.evidence.VariantFacts;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A cell as the runner needs to know it.
 *
 * @param test binary name of its {@code @JCStressTest} class
 * @param actors how many CPUs it needs
 */
record StressCell(String test, int actors, VariantFacts variant, ScenarioFacts scenario) {

  CellFacts facts() {
    return new CellFacts(test, variant.name(), scenario.name());
  }

  /** The promises that this scenario can break and this variant claims to keep. */
  Set<Promise> claims() {
    Set<Promise> claims = EnumSet.copyOf(scenario.canBreak());
    claims.retainAll(variant.keeps());
    return claims;
  }

  /** The promises that this scenario can break and this variant admits to breaking. */
  Set<Promise> admits() {
    Set<Promise> admits = EnumSet.copyOf(scenario.canBreak());
    admits.removeAll(variant.keeps());
    return admits;
  }

  /** Whether actors of this cell may wait for ever, by the variant's own admission. */
  boolean mayBlock() {
    return scenario.outcomes().stream()
        .filter(outcome -> blocked(outcome.outcome()))
        .flatMap(outcome -> outcome.breaks().stream())
        .anyMatch(promise -> !variant.keeps().contains(promise));
  }

  /** Whether an outcome says that an actor waited for ever. */
  static boolean blocked(String outcome) {
    String canonical = ScenarioFacts.canonical(outcome);
    return canonical.equals("DEADLOCK") || canonical.equals("STUCK");
  }

  /** The promise that an observed outcome breaks. */
  Optional<Promise> brokenBy(String outcome) {
    return scenario.declared(outcome).flatMap(declared -> declared.breaks());
  }

  @Override
  public String toString() {
    return variant.name() + " in " + scenario.name();
  }
}
