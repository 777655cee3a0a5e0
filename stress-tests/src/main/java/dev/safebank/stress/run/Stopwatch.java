package dev.safebank.stress.run;

import java.time.Duration;

/** A time budget, and how much of it is spent since this was made. */
final class Stopwatch {

  private final long start = System.nanoTime();
  private final Duration budget;

  Stopwatch(Duration budget) {
    this.budget = budget;
  }

  Duration budget() {
    return budget;
  }

  Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** What is left of the budget; negative when it is overspent. */
  Duration left() {
    return budget.minus(elapsed());
  }
}
