package dev.safebank.original;

import dev.safebank.model.Bank;
import java.util.SplittableRandom;

/**
 * One thread's work: random transfers between two different accounts, and a validation after each.
 */
final class Teller implements Runnable {

  private static final int HIGHEST_AMOUNT = 100;

  private final Bank bank;
  private final Settings settings;
  private final SplittableRandom random;
  private final Tally tally;

  /** Written by this teller alone, so that an increment needs no more than to be seen. */
  private volatile long completed;

  Teller(Bank bank, Settings settings, int number, Tally tally) {
    this.bank = bank;
    this.settings = settings;
    this.random = new SplittableRandom(settings.seed() + number);
    this.tally = tally;
  }

  /** How many transfers, with their validations, are done. */
  long completed() {
    return completed;
  }

  /** Ends when all is done, or at an interrupt. */
  @Override
  @SuppressWarnings("NonAtomicVolatileUpdate") // one writer
  public void run() {
    try {
      for (int i = 0; i < settings.transfers() && !Thread.interrupted(); i++) {
        transferAndCheck();
        tally.validated(bank.getClass().getSimpleName(), bank.validate());
        completed++;
      }
    } catch (InterruptedException freedByTheOverseer) {
      return;
    }
  }

  private void transferAndCheck() throws InterruptedException {
    int accounts = settings.accounts();
    int from = random.nextInt(accounts);
    int to = (from + 1 + random.nextInt(accounts - 1)) % accounts;
    boolean moved = bank.transfer(from, to, 1 + random.nextInt(HIGHEST_AMOUNT));
    if (moved && bank.balances()[from] < 0) {
      tally.overdrawn();
    }
  }
}
