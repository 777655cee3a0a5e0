package dev.safebank.bench;

import java.time.Duration;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * How much time goes into each measurement.
 *
 * @param forks JVMs, one after the other
 * @param warmups iterations in each that do not count
 * @param iterations iterations in each that count
 * @param iteration length of an iteration
 */
record Effort(int forks, int warmups, int iterations, Duration iteration) {

  /** Enough for figures to rely on. */
  static final Effort FULL = new Effort(2, 2, 4, Duration.ofMillis(200));

  /** Enough to see that everything runs; its figures are worth little. */
  static final Effort QUICK = new Effort(1, 1, 3, Duration.ofMillis(100));

  /** What it takes to start and end a JVM and a bank, about. */
  private static final Duration START = Duration.ofSeconds(1);

  /** How long a measurement takes, about. */
  Duration each() {
    return START.plus(iteration.multipliedBy(warmups + iterations)).multipliedBy(forks);
  }

  void applyTo(ChainedOptionsBuilder options) {
    TimeValue time = TimeValue.milliseconds(iteration.toMillis());
    options
        .forks(forks)
        .warmupIterations(warmups)
        .warmupTime(time)
        .measurementIterations(iterations)
        .measurementTime(time);
  }
}
