package dev.safebank.original;

import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * What the original program does to each bank.
 *
 * @param threads how many threads use the bank at the same time
 * @param transfers how many random transfers each of them makes, with a validation after each
 * @param accounts how many accounts the bank has
 * @param seed of the random choice of accounts and amounts; each thread derives its own
 * @param yields whether a transfer yields the processor between its withdrawal and its deposit
 * @param warmUps how often all that is done to other banks first, so that compiled code is timed
 */
record Settings(int threads, int transfers, int accounts, long seed, boolean yields, int warmUps) {

  /** The opening balances of the bank that the story comes from, in its order. */
  private static final long[] OPENING = {5_000, 10_000, 7_500, 7_000, 6_000, 9_000};

  Settings {
    require("threads", threads, 1);
    require("transfers", transfers, 1);
    require("accounts", accounts, 2);
    require("warm-ups", warmUps, 0);
  }

  private static void require(String name, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(name + " must be >= " + least + ": " + value);
    }
  }

  /** The same number of transfers in all, by one thread. */
  Settings onOneThread() {
    return new Settings(1, Math.multiplyExact(threads, transfers), accounts, seed, yields, warmUps);
  }

  /** The original six balances, repeated for as many accounts as there are. */
  long[] openingBalances() {
    long[] balances = new long[accounts];
    Arrays.setAll(balances, account -> OPENING[account % OPENING.length]);
    return balances;
  }

  long openingTotal() {
    return LongStream.of(openingBalances()).sum();
  }
}
