/**
 * The original program: what the bank's story was first told with, now for every variant.
 * {@code mvn -q -pl benchmarks -am process-classes -Poriginal} runs it, with options in
 * {@code -Doriginal.args="--verbose 'Unsafe*'"}.
 *
 * <ol>
 *   <li>{@link dev.safebank.original.OriginalProgram}: its options; what it prints and writes.
 *   <li>{@code Demonstration}: warm-ups of a variant, then the trial that counts.
 *   <li>{@code Trial}: threads, each a {@code Teller}, let loose on one bank.
 *   <li>{@code Overseer} and {@code Standstill}: how it finds out that they cannot go on.
 *   <li>{@code Finding}: what was seen of a variant, and which of its claims that breaks.
 * </ol>
 *
 * <p>The result is a JSON file, by default {@code benchmarks/target/original-program.json}:
 *
 * <pre>{@code
 * {
 *   "schema": "safebank-original/1",
 *   "started": "2026-01-31T12:00:00Z",
 *   "machine": {"os": "…", "cpu": "…", "cpus": 2, "jvm": "…"},
 *   "settings": {"threads": 5, "transfers": 10000, "accounts": 6, "seed": 1, "yields": true,
 *     "warmUps": 2},                        the same before, on banks that do not count
 *   "findings": [
 *     {
 *       "variant": "UnsafeBank",
 *       "keeps": ["NEVER_DEADLOCKS", …],    what it claims
 *       "ending": "FINISHED",               or DEADLOCKED, STUCK, SPINNING
 *       "nanos": 31000000,                  until it ended, or was found not to
 *       "transfers": 50000,                 completed, refused ones included
 *       "tornTotals": {"count": 38111, "first": 44450, "lowest": 43881, "highest": 44617},
 *       "overdrafts": 0,                    transfers that left the payer below zero
 *       "openingTotal": 44500,
 *       "finalTotal": 44385,
 *       "abandoned": 0,                     threads that an interrupt did not end
 *       "broken": ["CONSERVES_MONEY", …],   what was seen broken
 *       "brokenClaims": []                  and is claimed; not empty: the program fails
 *     }, …
 *   ]
 * }
 * }</pre>
 *
 * <p>Money is in cents; where no total was torn, the three totals are the opening total.
 */
package dev.safebank.original;
