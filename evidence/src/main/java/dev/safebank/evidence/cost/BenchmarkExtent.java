package dev.safebank.evidence.cost;

/** How much was measured in a run of the benchmarks, and so what its figures are worth. */
public enum BenchmarkExtent {
  /** Everything, long enough for reliable figures. */
  FULL,
  /** A part, as far as a time allowed, in one JVM per measurement: read the errors. */
  INDICATIVE,
  /** One short measurement of each kind, to see that it runs, not for its figures. */
  SMOKE
}
