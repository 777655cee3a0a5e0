package dev.safebank.benchmarks;

import dev.safebank.model.Bank;
import java.util.SplittableRandom;
import java.util.function.IntSupplier;

/**
 * The calls of one thread, chosen before the measurement so that no random number is measured. They
 * are repeated in a cycle. The second half reverses the transfers of the first half, in the same
 * order, so that no account is ever empty.
 */
final class Workload {

  private static final int HALF = 2048;
  private static final int MASK = 2 * HALF - 1;
  private static final int HIGHEST_AMOUNT = 100;

  private final int[] from = new int[2 * HALF];
  private final int[] to = new int[2 * HALF];
  private final int[] amounts = new int[2 * HALF];
  private final boolean[] validates = new boolean[2 * HALF];
  private int next;

  /**
   * Chooses the calls.
   *
   * @param validations the validations among 100 calls; the others are transfers
   */
  Workload(int accounts, int validations, AccountDistribution distribution, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    IntSupplier draw = distribution.among(accounts, random.split());
    for (int forth = 0; forth < HALF; forth++) {
      int back = forth + HALF;
      from[forth] = draw.getAsInt();
      do {
        to[forth] = draw.getAsInt();
      } while (to[forth] == from[forth]);
      from[back] = to[forth];
      to[back] = from[forth];
      amounts[forth] = 1 + random.nextInt(HIGHEST_AMOUNT);
      amounts[back] = amounts[forth];
      validates[forth] = random.nextInt(100) < validations;
      validates[back] = validates[forth];
    }
  }

  /** Makes the next call; the result must be used, so that the JIT compiler removes nothing. */
  long next(Bank bank) throws InterruptedException {
    int call = next++ & MASK;
    if (validates[call]) {
      return bank.validate();
    }
    return bank.transfer(from[call], to[call], amounts[call]) ? 1 : 0;
  }
}
