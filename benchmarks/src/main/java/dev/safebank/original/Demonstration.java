package dev.safebank.original;

import dev.safebank.model.Bank;
import dev.safebank.model.variants.LockingVariants;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Shows what a variant does: the same trial some times over, each on a bank of its own, of which
 * only the last counts.
 *
 * <p>Those before it are for the virtual machine, which compiles what it has seen run. One thread
 * would not do: it never meets the paths of a lock on which threads wait for each other.
 */
final class Demonstration {

  private final Class<? extends Bank> variant;
  private final Supplier<Bank> opening;
  private final Settings settings;
  private final Duration patience;

  /**
   * Of one variant.
   *
   * @param opening opens a new bank of it
   * @param patience how long threads may run without completing anything
   */
  Demonstration(
      Class<? extends Bank> variant, Supplier<Bank> opening, Settings settings, Duration patience) {
    this.variant = variant;
    this.opening = opening;
    this.settings = settings;
    this.patience = patience;
  }

  /** Warms up, then lets go; with a log, torn totals that count are written to it. */
  Finding run(Optional<PrintWriter> log) throws InterruptedException {
    warmUp();
    Tally tally = new Tally(settings.openingTotal(), log);
    Trial.Result result = trial(tally);
    return new Finding(
        variant.getSimpleName(),
        List.of(LockingVariants.claims(variant).keeps()),
        result.ending(),
        result.nanos(),
        result.transfers(),
        tally.tornTotals(),
        tally.overdrafts(),
        settings.openingTotal(),
        result.finalTotal(),
        result.abandoned());
  }

  /** Stops at the first trial that does not finish: what waits for ever has no time to improve. */
  private void warmUp() throws InterruptedException {
    Ending ending = Ending.FINISHED;
    for (int round = 0; round < settings.warmUps() && ending == Ending.FINISHED; round++) {
      ending = trial(new Tally(settings.openingTotal(), Optional.empty())).ending();
    }
  }

  private Trial.Result trial(Tally tally) throws InterruptedException {
    return new Trial(opening.get(), settings, tally, patience).run();
  }
}
