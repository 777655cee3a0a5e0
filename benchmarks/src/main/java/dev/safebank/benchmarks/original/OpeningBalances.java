package dev.safebank.benchmarks.original;

import java.util.Arrays;
import java.util.stream.LongStream;

/** The opening balances of the original bank, repeated for as many accounts as there are. */
final class OpeningBalances {

  private static final long[] ORIGINAL = {5_000, 10_000, 7_500, 7_000, 6_000, 9_000};

  private OpeningBalances() {}

  static long[] of(int accounts) {
    long[] balances = new long[accounts];
    Arrays.setAll(balances, account -> ORIGINAL[account % ORIGINAL.length]);
    return balances;
  }

  static long total(int accounts) {
    return LongStream.of(of(accounts)).sum();
  }
}
