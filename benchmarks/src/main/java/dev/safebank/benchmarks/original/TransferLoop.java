package dev.safebank.benchmarks.original;

import dev.safebank.evidence.cost.OriginalProgramSettings;
import dev.safebank.model.Bank;
import java.util.SplittableRandom;

/**
 * The work of one thread: random transfers between two different accounts, and a validation after
 * each.
 */
final class TransferLoop implements Runnable {

  private static final int HIGHEST_AMOUNT = 100;

  private final Bank bank;
  private final OriginalProgramSettings settings;
  private final SplittableRandom random;
  private final AnomalyCounter anomalies;

  /** Written by this thread only, so an increment needs no more than visibility. */
  private volatile long completed;

  /**
   * Prepares the work of one thread.
   *
   * @param number the thread's number, from which it derives its own random numbers
   */
  TransferLoop(Bank bank, OriginalProgramSettings settings, int number, AnomalyCounter anomalies) {
    this.bank = bank;
    this.settings = settings;
    this.random = new SplittableRandom(settings.seed() + number);
    this.anomalies = anomalies;
  }

  /** The number of transfers that are completed, with their validations. */
  long completed() {
    return completed;
  }

  /** Returns when all transfers are made, or when the thread is interrupted. */
  @Override
  @SuppressWarnings("NonAtomicVolatileUpdate") // one writer
  public void run() {
    try {
      for (int i = 0; i < settings.transfers() && !Thread.interrupted(); i++) {
        transferAndCheck();
        anomalies.validated(bank.getClass().getSimpleName(), bank.validate());
        completed++;
      }
    } catch (InterruptedException endOfTrial) {
      return;
    }
  }

  private void transferAndCheck() throws InterruptedException {
    int accounts = settings.accounts();
    int from = random.nextInt(accounts);
    int to = (from + 1 + random.nextInt(accounts - 1)) % accounts;
    boolean moved = bank.transfer(from, to, 1 + random.nextInt(HIGHEST_AMOUNT));
    if (moved && bank.balances()[from] < 0) {
      anomalies.overdrawn();
    }
  }
}
