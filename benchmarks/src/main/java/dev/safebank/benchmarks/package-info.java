/**
 * Benchmarks of the variants with JMH: {@code mvn -q -pl benchmarks -am process-classes -Pbench},
 * with {@code -Dbench.quick} only to see that everything runs, and with
 * {@code -Dbench.args="GlobalLockBank Stripe*"} for some variants only.
 *
 * <ol>
 *   <li>{@link dev.safebank.benchmarks.BenchmarkCommand}: the program; {@code BenchmarkPlan}: the
 *       list of its measurements; {@code MeasurementSettings}: how long each takes.
 *   <li>{@link dev.safebank.benchmarks.BankBenchmark}: calls of a
 *       {@link dev.safebank.benchmarks.BankState} by threads that each have a
 *       {@link dev.safebank.benchmarks.WorkloadState}; and validations alone.
 *   <li>{@link dev.safebank.benchmarks.BaselineBenchmark}: a lock and two compare-and-sets by
 *       themselves.
 * </ol>
 *
 * <p>The results are a {@link dev.safebank.evidence.cost.BenchmarkRun} as JSON, and JMH's own file,
 * by default {@code benchmarks.json} and {@code jmh.json} in {@code benchmarks/target}. Transfers a
 * second are the score times {@code 1 - validations/100}.
 */
package dev.safebank.benchmarks;
