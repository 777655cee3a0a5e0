package dev.safebank.stress.run.progress;

import java.time.Duration;

/** Measures how much of a time budget is spent; starts when it is created. */
public final class Stopwatch {

  private final long start = System.nanoTime();
  private final Duration budget;

  public Stopwatch(Duration budget) {
    this.budget = budget;
  }

  public Duration budget() {
    return budget;
  }

  public Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** The rest of the budget; negative when it is overspent. */
  public Duration left() {
    return budget.minus(elapsed());
  }
}
