package dev.safebank.stress.scenario;

import dev.safebank.model.Bank;
import dev.safebank.model.BankFactory;
import dev.safebank.model.Midway;
import dev.safebank.stress.watch.Watchdog;
import java.util.Arrays;

/**
 * A tiny bank, and what actors do with it. Each method returns the part of the outcome that its
 * actor reports: a {@link Status}, a total, or the watchdog's ruling if the actor waited for ever.
 */
abstract class BankScenario {

  static final int A = 0;
  static final int B = 1;
  static final int C = 2;
  static final int D = 3;

  /** What each account holds at the opening, in cents. */
  private static final long OPENING_BALANCE = 100;

  private final Bank bank;

  BankScenario(BankFactory factory, int accounts, Midway midway) {
    long[] openingBalances = new long[accounts];
    Arrays.fill(openingBalances, OPENING_BALANCE);
    bank = factory.open(openingBalances, midway);
  }

  final Object transfer(int from, int to, long amount) {
    try {
      return bank.transfer(from, to, amount) ? Status.MOVED : Status.REFUSED;
    } catch (MidwayFailure failure) {
      return Status.FAILED;
    } catch (InterruptedException blocked) {
      return Watchdog.ruling();
    }
  }

  final Object validate() {
    try {
      return bank.validate();
    } catch (InterruptedException blocked) {
      return Watchdog.ruling();
    }
  }

  final Object transferAndValidate(int from, int to, long amount) {
    try {
      return bank.transferAndValidate(from, to, amount);
    } catch (InterruptedException blocked) {
      return Watchdog.ruling();
    }
  }

  /** A balance; only for an arbiter, when all actors are done. */
  final long finalBalance(int account) {
    return bank.balances()[account];
  }

  /** The sum of all balances; only for an arbiter, when all actors are done. */
  final long finalTotal() {
    return Arrays.stream(bank.balances()).sum();
  }
}
