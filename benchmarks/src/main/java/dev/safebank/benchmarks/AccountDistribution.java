package dev.safebank.benchmarks;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntSupplier;

/** The distribution by which the accounts of a transfer are chosen. */
public enum AccountDistribution {
  /** Each account is as likely as any other. */
  UNIFORM {
    @Override
    IntSupplier among(int accounts, SplittableRandom random) {
      return () -> random.nextInt(accounts);
    }
  },

  /** Zipf's law: the account that is n-th in popularity is 1/n times as likely as the first. */
  ZIPF {
    @Override
    IntSupplier among(int accounts, SplittableRandom random) {
      int[] byPopularity = shuffled(accounts);
      double[] cumulated = new double[accounts];
      double sum = 0;
      for (int rank = 0; rank < accounts; rank++) {
        sum += 1.0 / (rank + 1);
        cumulated[rank] = sum;
      }
      double total = sum;
      return () -> {
        int found = Arrays.binarySearch(cumulated, random.nextDouble() * total);
        return byPopularity[found < 0 ? -found - 1 : found];
      };
    }
  };

  /** Every thread must prefer the same accounts. */
  private static final long POPULARITY_SEED = 42;

  /** A source of accounts. */
  abstract IntSupplier among(int accounts, SplittableRandom random);

  /** Shuffles the accounts, so that popular ones are not neighbours in memory. */
  private static int[] shuffled(int accounts) {
    SplittableRandom random = new SplittableRandom(POPULARITY_SEED);
    int[] numbers = new int[accounts];
    for (int i = 0; i < accounts; i++) {
      int j = random.nextInt(i + 1);
      numbers[i] = numbers[j];
      numbers[j] = i;
    }
    return numbers;
  }
}
