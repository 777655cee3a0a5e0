package dev.safebank.stress.run.cell;

import dev.safebank.evidence.CellFacts;
import dev.safebank.evidence.ScenarioFacts;
import dev.safebank.evidence.VariantFacts;
import dev.safebank.model.Promise;
import dev.safebank.model.specification.AnomalyKind;
import java.util.EnumSet;
import java.util.Set;

/**
 * A cell as the stress runner sees it: its test, its variant, its scenario and the CPUs it needs.
 *
 * @param test binary name of its {@code @JCStressTest} class
 * @param actors number of CPUs that it needs
 * @param classes hash of the class files that its evidence is about
 */
public record StressCell(
    String test, int actors, VariantFacts variant, ScenarioFacts scenario, String classes) {

  public CellFacts facts() {
    return new CellFacts(test, variant.name(), scenario.name(), classes);
  }

  /** The promises that this scenario can break and this variant claims to keep. */
  public Set<Promise> claims() {
    Set<Promise> claims = EnumSet.copyOf(scenario.canBreak());
    claims.retainAll(variant.keeps());
    return claims;
  }

  /** The promises that this scenario can break and this variant admits to breaking. */
  public Set<Promise> admits() {
    Set<Promise> admits = EnumSet.copyOf(scenario.canBreak());
    admits.removeAll(variant.keeps());
    return admits;
  }

  /** Whether actors of this cell may block forever, as the variant admits. */
  public boolean mayBlock() {
    return admits().stream().anyMatch(AnomalyKind.brokenByWaiting()::contains);
  }

  /** The promises that an observed outcome breaks; empty also if it only breaks the contract. */
  public Set<Promise> brokenBy(String outcome) {
    return scenario.brokenBy(outcome);
  }

  @Override
  public String toString() {
    return variant.name() + " in " + scenario.name();
  }
}
