package dev.safebank.evidence;

/**
 * A cell: one variant in one scenario.
 *
 * @param test binary name of the generated {@code @JCStressTest} class; the key of every record
 * @param variant name of a {@link VariantFacts}
 * @param scenario name of a {@link ScenarioFacts}
 * @param classes hash of the class files that the records of this cell are evidence of
 */
public record CellFacts(String test, String variant, String scenario, String classes) {}
