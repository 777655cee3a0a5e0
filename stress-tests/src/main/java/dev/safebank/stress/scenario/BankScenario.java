package dev.safebank.stress.scenario;

import dev.safebank.model.Bank;
import dev.safebank.model.BankFactory;
import dev.safebank.model.Midway;
import dev.safebank.stress.watch.Watchdog;
import java.util.Arrays;

/**
 * Base of the scenarios, those of users as well: opens a small bank, and calls it for the actors.
 * Each method returns the part of the outcome that its actor reports, in the form of
 * {@link dev.safebank.model.specification.ReportText}: a {@link Status}, a total, the name of an
 * exception, or the watchdog's ruling if the actor was blocked forever.
 */
public abstract class BankScenario {

  protected static final int A = 0;
  protected static final int B = 1;
  protected static final int C = 2;
  protected static final int D = 3;

  private final Bank bank;

  /**
   * Opens the bank.
   *
   * @param accounts how many, as the {@link Scenario} says; each opens with 100
   * @param midway {@link Midway#NOTHING}, or what throws {@link ScenarioFailure} where a call is to
   *     fail midway
   */
  protected BankScenario(BankFactory factory, int accounts, Midway midway) {
    long[] openingBalances = new long[accounts];
    Arrays.fill(openingBalances, ScenarioNotation.OPENING_BALANCE);
    bank = factory.open(openingBalances, midway);
    Watchdog.sampleBegins();
  }

  /** Transfers, for an actor. */
  protected final Object transfer(int from, int to, long amount) {
    try {
      return bank.transfer(from, to, amount) ? Status.MOVED : Status.REFUSED;
    } catch (ScenarioFailure failure) {
      return Status.FAILED;
    } catch (InterruptedException blocked) {
      return Watchdog.ruling();
    } catch (RuntimeException failure) {
      return failure.getClass().getSimpleName();
    }
  }

  /** Validates, for an actor. */
  protected final Object validate() {
    try {
      return bank.validate();
    } catch (InterruptedException blocked) {
      return Watchdog.ruling();
    } catch (RuntimeException failure) {
      return failure.getClass().getSimpleName();
    }
  }

  /** Transfers and validates in one step, for an actor. */
  protected final Object transferAndValidate(int from, int to, long amount) {
    try {
      return bank.transferAndValidate(from, to, amount);
    } catch (InterruptedException blocked) {
      return Watchdog.ruling();
    } catch (RuntimeException failure) {
      return failure.getClass().getSimpleName();
    }
  }

  /** A balance; for the arbiter only, which runs after the actors. */
  protected final long finalBalance(int account) {
    return bank.balances()[account];
  }

  /** The sum of all balances; for the arbiter only, which runs after the actors. */
  protected final long finalTotal() {
    return Arrays.stream(bank.balances()).sum();
  }
}
