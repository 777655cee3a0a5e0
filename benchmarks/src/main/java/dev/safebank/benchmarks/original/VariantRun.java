package dev.safebank.benchmarks.original;

import dev.safebank.evidence.cost.OriginalProgramSettings;
import dev.safebank.evidence.cost.Termination;
import dev.safebank.evidence.cost.VariantFinding;
import dev.safebank.model.Bank;
import dev.safebank.model.variants.LockingVariants;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Runs the trial of one variant: some times to warm up, and then once for the result, each time
 * with a new bank.
 *
 * <p>The warm-ups let the JVM compile the code. They use as many threads as the trial that counts:
 * on one thread a lock's contended paths would never run.
 */
final class VariantRun {

  private final Class<? extends Bank> variant;
  private final Supplier<Bank> opening;
  private final OriginalProgramSettings settings;
  private final Duration timeout;

  /**
   * Prepares the run of one variant.
   *
   * @param opening opens a new bank of it
   * @param timeout how long threads may run without completing a transfer
   */
  VariantRun(
      Class<? extends Bank> variant,
      Supplier<Bank> opening,
      OriginalProgramSettings settings,
      Duration timeout) {
    this.variant = variant;
    this.opening = opening;
    this.settings = settings;
    this.timeout = timeout;
  }

  /** Warms up and runs the trial; its torn totals are written to the log, if there is one. */
  VariantFinding run(Optional<PrintWriter> log) throws InterruptedException {
    warmUp();
    long openingTotal = OpeningBalances.total(settings.accounts());
    AnomalyCounter anomalies = new AnomalyCounter(openingTotal, log);
    Trial.TrialResult result = trial(anomalies);
    return new VariantFinding(
        variant.getSimpleName(),
        List.copyOf(LockingVariants.kept(variant)),
        result.ending(),
        result.nanos(),
        result.transfers(),
        anomalies.tornTotals(),
        anomalies.overdrafts(),
        openingTotal,
        result.finalTotal(),
        result.abandoned());
  }

  /** Stops at the first trial that does not finish: a variant that is stuck has no time to warm. */
  private void warmUp() throws InterruptedException {
    Termination ending = Termination.FINISHED;
    for (int round = 0; round < settings.warmUps() && ending == Termination.FINISHED; round++) {
      long openingTotal = OpeningBalances.total(settings.accounts());
      ending = trial(new AnomalyCounter(openingTotal, Optional.empty())).ending();
    }
  }

  private Trial.TrialResult trial(AnomalyCounter anomalies) throws InterruptedException {
    return new Trial(opening.get(), settings, anomalies, timeout).run();
  }
}
