/**
 * What each variant costs, measured with JMH: {@code mvn -q -pl benchmarks -am process-classes
 * -Pbench}, with {@code -Dbench.quick} to see only that everything runs, and with
 * {@code -Dbench.args="GlobalLockBank Stripe*"} for some variants only.
 *
 * <ol>
 *   <li>{@link dev.safebank.bench.RunBenchmarks}: the program; {@code Plan}: which measurements it
 *       makes, and why not all; {@code Effort}: how long each takes.
 *   <li>{@link dev.safebank.bench.BankBenchmark}: traffic in the
 *       {@link dev.safebank.bench.OpenBank} by {@link dev.safebank.bench.Customer}s, each with its
 *       {@code Errands}; and validation alone.
 *   <li>{@link dev.safebank.bench.BaselineBenchmark}: a lock and two compare-and-sets by
 *       themselves.
 * </ol>
 *
 * <p>Results are two files in {@code benchmarks/target}. {@code jmh.json} is JMH's own: an array of
 * measurements, in the order in which they were made, of which these parts matter:
 *
 * <pre>{@code
 * {
 *   "benchmark": "dev.safebank.bench.BankBenchmark.traffic",
 *   "mode": "thrpt",                      or "avgt" for validate and the baselines
 *   "threads": 2,
 *   "params": {
 *     "variant": "GlobalLockBank",
 *     "accounts": "1024",
 *     "validations": "1",                 of 100 errands; the rest are transfers
 *     "choice": "UNIFORM"                 or "ZIPF"
 *   },                                    validate has variant and accounts; baselines have none
 *   "primaryMetric": {
 *     "score": 31000000.0,                ops/s for thrpt: errands of all threads; ns/op for avgt
 *     "scoreError": 900000.0,             half of the 99.9% confidence interval, or "NaN"
 *     "scoreConfidence": […, …],
 *     "scoreUnit": "ops/s",
 *     "rawData": [[…, …, …], […, …, …]]   by fork and iteration
 *   }
 * }
 * }</pre>
 *
 * <p>Transfers a second are the score times {@code 1 - validations/100}. {@code jmh-occasion.json}
 * says what JMH does not:
 *
 * <pre>{@code
 * {
 *   "schema": "safebank-benchmarks/1",
 *   "started": "2026-01-31T12:00:00Z",
 *   "machine": {"os": "…", "cpu": "…", "cpus": 2, "jvm": "…"},
 *   "quick": false                        true: made to see that it runs, not for its figures
 * }
 * }</pre>
 */
package dev.safebank.bench;
