package dev.safebank.bench;

import dev.safebank.model.Bank;
import java.util.SplittableRandom;
import java.util.function.IntSupplier;

/**
 * What one thread does in the bank, drawn beforehand so that no random number is measured. Errands
 * are done over and over: the second half takes the first half's transfers back, in the same order,
 * so that no account runs dry however often.
 */
final class Errands {

  private static final int HALF = 2048;
  private static final int MASK = 2 * HALF - 1;
  private static final int HIGHEST_AMOUNT = 100;

  private final int[] from = new int[2 * HALF];
  private final int[] to = new int[2 * HALF];
  private final int[] amounts = new int[2 * HALF];
  private final boolean[] validates = new boolean[2 * HALF];
  private int next;

  /**
   * Draws errands.
   *
   * @param validations how many of 100 errands are validations instead of transfers
   */
  Errands(int accounts, int validations, AccountChoice choice, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    IntSupplier draw = choice.among(accounts, random.split());
    for (int there = 0; there < HALF; there++) {
      int back = there + HALF;
      from[there] = draw.getAsInt();
      do {
        to[there] = draw.getAsInt();
      } while (to[there] == from[there]);
      from[back] = to[there];
      to[back] = from[there];
      amounts[there] = 1 + random.nextInt(HIGHEST_AMOUNT);
      amounts[back] = amounts[there];
      validates[there] = random.nextInt(100) < validations;
      validates[back] = validates[there];
    }
  }

  /** Does one errand; what it returns must be used, so that no work is left out. */
  long next(Bank bank) throws InterruptedException {
    int errand = next++ & MASK;
    if (validates[errand]) {
      return bank.validate();
    }
    return bank.transfer(from[errand], to[errand], amounts[errand]) ? 1 : 0;
  }
}
