/**
 * The original program, from which the bank comes, generalised to run every variant. {@code mvn -q
 * -pl benchmarks -am process-classes -Poriginal} runs it, with options in
 * {@code -Doriginal.args="--verbose 'Unsafe*'"}.
 *
 * <ol>
 *   <li>{@link dev.safebank.benchmarks.original.OriginalProgramCommand}: the options, the table and
 *       the file of results.
 *   <li>{@code VariantRun}: the warm-ups of a variant, then the trial that counts.
 *   <li>{@code Trial}: threads, each with a {@code TransferLoop}, use one bank.
 *   <li>{@code TerminationMonitor}: detects that they cannot continue.
 * </ol>
 *
 * <p>The results are a {@link dev.safebank.evidence.cost.OriginalProgramRun} as JSON, by default in
 * {@code benchmarks/target/original-program.json}. Money is in cents.
 */
package dev.safebank.benchmarks.original;
