package dev.safebank.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.model.Bank;
import dev.safebank.model.Midway;
import dev.safebank.model.variants.UnsafeBank;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class WorkloadTest {

  private static final int ROUND = 4096;

  private final AtomicInteger transfers = new AtomicInteger();

  private Bank bank(int accounts) {
    long[] opening = new long[accounts];
    Arrays.fill(opening, 1_000_000);
    Midway counting = (from, to, amount) -> transfers.incrementAndGet();
    return new UnsafeBank(opening, counting);
  }

  @ParameterizedTest
  @EnumSource
  void aRoundOfCallsLeavesEveryBalanceAsItWas(AccountDistribution distribution) throws Exception {
    Bank bank = bank(6);
    Workload workload = new Workload(6, 10, distribution, 1);
    for (int call = 0; call < ROUND / 2; call++) {
      workload.next(bank);
    }
    assertThat(bank.balances()).isNotEqualTo(bank(6).balances());
    for (int call = 0; call < ROUND / 2; call++) {
      workload.next(bank);
    }
    assertThat(bank.balances()).isEqualTo(bank(6).balances());
  }

  @ParameterizedTest
  @EnumSource
  void everyCallIsATransferBetweenTwoAccountsOrAValidation(AccountDistribution distribution)
      throws Exception {
    Bank bank = bank(2);
    Workload workload = new Workload(2, 50, distribution, 1);
    int validations = 0;
    for (int call = 0; call < ROUND; call++) {
      if (workload.next(bank) == 2_000_000) {
        validations++;
      }
    }
    assertThat(validations + transfers.get()).isEqualTo(ROUND);
    assertThat(validations).isBetween(ROUND * 45 / 100, ROUND * 55 / 100);
  }

  @Test
  void withoutValidationsThereAreTransfersOnly() throws Exception {
    Bank bank = bank(2);
    Workload workload = new Workload(2, 0, AccountDistribution.UNIFORM, 1);
    for (int call = 0; call < ROUND; call++) {
      workload.next(bank);
    }
    assertThat(transfers).hasValue(ROUND);
  }

  @Test
  void byZipfsLawTheFirstAccountIsTwiceAsPopularAsTheSecond() {
    IntSupplier draw = AccountDistribution.ZIPF.among(100, new SplittableRandom(1));
    Map<Integer, Integer> counts = new HashMap<>();
    IntStream.range(0, 100_000).forEach(i -> counts.merge(draw.getAsInt(), 1, Integer::sum));
    int[] popularity =
        counts.values().stream().mapToInt(Integer::intValue).sorted().toArray();

    assertThat(counts).hasSize(100);
    int first = popularity[99];
    assertThat(popularity[98]).isBetween(first * 45 / 100, first * 55 / 100);
    assertThat(popularity[89]).isBetween(first * 8 / 100, first * 12 / 100);
  }
}
