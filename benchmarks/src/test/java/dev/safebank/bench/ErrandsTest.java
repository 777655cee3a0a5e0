package dev.safebank.bench;

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

final class ErrandsTest {

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
  void aRoundOfErrandsLeavesEveryBalanceAsItWas(AccountChoice choice) throws Exception {
    Bank bank = bank(6);
    Errands errands = new Errands(6, 10, choice, 1);
    for (int errand = 0; errand < ROUND / 2; errand++) {
      errands.next(bank);
    }
    assertThat(bank.balances()).isNotEqualTo(bank(6).balances());
    for (int errand = 0; errand < ROUND / 2; errand++) {
      errands.next(bank);
    }
    assertThat(bank.balances()).isEqualTo(bank(6).balances());
  }

  @ParameterizedTest
  @EnumSource
  void everyErrandIsATransferBetweenTwoAccountsOrAValidation(AccountChoice choice)
      throws Exception {
    Bank bank = bank(2);
    Errands errands = new Errands(2, 50, choice, 1);
    int validations = 0;
    for (int errand = 0; errand < ROUND; errand++) {
      if (errands.next(bank) == 2_000_000) {
        validations++;
      }
    }
    assertThat(validations + transfers.get()).isEqualTo(ROUND);
    assertThat(validations).isBetween(ROUND * 45 / 100, ROUND * 55 / 100);
  }

  @Test
  void withoutValidationsThereAreTransfersOnly() throws Exception {
    Bank bank = bank(2);
    Errands errands = new Errands(2, 0, AccountChoice.UNIFORM, 1);
    for (int errand = 0; errand < ROUND; errand++) {
      errands.next(bank);
    }
    assertThat(transfers).hasValue(ROUND);
  }

  @Test
  void byZipfsLawTheFirstAccountIsTwiceAsPopularAsTheSecond() {
    IntSupplier draw = AccountChoice.ZIPF.among(100, new SplittableRandom(1));
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
