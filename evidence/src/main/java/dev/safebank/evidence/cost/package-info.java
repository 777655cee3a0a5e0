/**
 * Results of the benchmarks and of the original program: what module {@code benchmarks} writes and
 * the report reads. Each run is one JSON file, a {@link dev.safebank.evidence.cost.BenchmarkRun} or
 * an {@link dev.safebank.evidence.cost.OriginalProgramRun};
 * {@link dev.safebank.evidence.cost.ResultFile} writes and reads it. No verdict depends on them.
 */
package dev.safebank.evidence.cost;
