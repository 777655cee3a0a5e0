package dev.safebank.model.contract;

import dev.safebank.model.Bank;
import dev.safebank.model.Midway;
import dev.safebank.model.Promise;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link Bank} as JUnit Jupiter tests. A test class that implements this interface
 * puts its bank through them:
 *
 * <pre>{@code
 * class MyBankTest implements BankContract {
 *   @Override
 *   public Bank open(long[] openingBalances, Midway midway) {
 *     return new MyBank(openingBalances, midway);
 *   }
 * }
 * }</pre>
 *
 * <p>A test fails at the first call that deviates from the specification. Its message names the
 * call, what is specified and what the bank gave:
 *
 * <pre>
 * transfer(0, 1, 50) on [100, 100, 100]: specified true and [50, 150, 100], the bank gave true and
 * [100, 100, 100]
 * </pre>
 *
 * <p>The tests make one call at a time, with one exception: the last one interrupts calls that may
 * wait for another. What a bank promises to concurrent callers is not tested here. A call that
 * never returns fails the test after the {@linkplain #timeLimit time limit}.
 *
 * <p>JUnit is an optional dependency of this module: whoever runs these tests brings their own,
 * version 5 or later. {@link ContractCheck} does without.
 */
public interface BankContract {

  /** Opens the bank to test; {@code MyBank::new} written as a method. */
  Bank open(long[] openingBalances, Midway midway);

  /**
   * The promises that the bank keeps; it is exempt from what the others say. By default all.
   *
   * <p>For an annotated variant, return
   * {@link dev.safebank.model.variants.LockingVariants#kept(Class)}.
   */
  default Set<Promise> keeps() {
    return EnumSet.allOf(Promise.class);
  }

  /** How long a call may take before it counts as one that never returns. By default 5 seconds. */
  default Duration timeLimit() {
    return Duration.ofSeconds(5);
  }

  /** The checks that the tests below make. */
  private ContractCheck check() {
    return new ContractCheck(this::open, keeps(), timeLimit());
  }

  /** Every call over small sets of accounts and amounts. */
  @Test
  default void everyCallDoesWhatIsSpecified() throws InterruptedException {
    check().singleCalls();
  }

  /** Every sequence of three calls of different kinds. */
  @Test
  default void everySequenceOfThreeCallsDoesWhatIsSpecified() throws InterruptedException {
    check().sequencesOfThreeCalls();
  }

  /** Long random sequences of calls, the same ones in every run. */
  @Test
  default void randomSequencesOfCallsDoWhatIsSpecified() throws InterruptedException {
    check().randomSequences();
  }

  /** Money passed round a bank of many accounts. */
  @Test
  default void aLargeBankDoesWhatIsSpecified() throws InterruptedException {
    check().largeBank();
  }

  /** Banks that are opened one after the other, with different balances. */
  @Test
  default void banksKnowNothingOfEachOther() throws InterruptedException {
    check().independentBanks();
  }

  /** Opening balances: negative ones are refused, and no array is shared. */
  @Test
  default void openingBalancesAreCheckedAndCopied() throws InterruptedException {
    check().openingBalances();
  }

  /** A hook that throws exceptions and errors of all kinds. */
  @Test
  default void whateverTheHookThrowsReachesTheCaller() throws InterruptedException {
    check().failuresOfTheHook();
  }

  /** Calls by threads that are interrupted before. */
  @Test
  default void aCallByAnInterruptedThreadCompletesOrMovesNothing() throws InterruptedException {
    check().callsOfInterruptedThreads();
  }

  /** Calls that are interrupted while they wait for another. */
  @Test
  default void aCallInterruptedWhileItWaitsCompletesOrMovesNothing() throws InterruptedException {
    check().interruptedWaits();
  }
}
