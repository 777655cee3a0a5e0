package dev.safebank.benchmarks;

import dev.safebank.model.Bank;
import dev.safebank.model.Midway;
import dev.safebank.model.Promise;
import dev.safebank.model.variants.LockingVariants;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.LongStream;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The bank that all threads of a benchmark share. */
@State(Scope.Benchmark)
public class BankState {

  private static final long OPENING_BALANCE = 1_000_000;

  /** Simple name of the variant. */
  @Param("GlobalLockBank")
  public String variant;

  /** Number of accounts. */
  @Param("1024")
  public int accounts;

  private Bank bank;

  /** Opens the bank. */
  @Setup
  public void open() {
    long[] opening = new long[accounts];
    Arrays.fill(opening, OPENING_BALANCE);
    bank = LockingVariants.open(LockingVariants.named(variant), opening, Midway.NOTHING);
  }

  /**
   * Checks that the money is still there: the speed of a bank that loses money is of no interest.
   *
   * @throws IllegalStateException if a bank that claims to conserve money did not
   */
  @TearDown
  public void audit() {
    Set<Promise> keeps = LockingVariants.kept(LockingVariants.named(variant));
    long total = LongStream.of(bank.balances()).sum();
    if (keeps.contains(Promise.CONSERVES_MONEY) && total != accounts * OPENING_BALANCE) {
      throw new IllegalStateException(
          variant + " holds " + total + " instead of " + accounts * OPENING_BALANCE);
    }
  }

  Bank bank() {
    return bank;
  }
}
