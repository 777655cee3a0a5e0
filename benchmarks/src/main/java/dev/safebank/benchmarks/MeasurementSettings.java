package dev.safebank.benchmarks;

import java.time.Duration;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * The number and length of a measurement's iterations.
 *
 * @param forks number of JVMs, one after the other
 * @param warmups iterations of each JVM that do not count
 * @param iterations iterations of each JVM that count
 * @param iteration length of an iteration
 */
record MeasurementSettings(int forks, int warmups, int iterations, Duration iteration) {

  /** Long enough for reliable figures. */
  static final MeasurementSettings FULL = new MeasurementSettings(2, 2, 4, Duration.ofMillis(200));

  /** Enough to see an order of magnitude, and how far a figure can be believed. */
  static final MeasurementSettings INDICATIVE =
      new MeasurementSettings(1, 1, 4, Duration.ofMillis(100));

  /** Only to see that everything runs; its figures are unreliable. */
  static final MeasurementSettings QUICK = new MeasurementSettings(1, 1, 3, Duration.ofMillis(100));

  /** Estimated time to start a JVM and open a bank. */
  private static final Duration START = Duration.ofSeconds(1);

  /** Estimated time of a measurement. */
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
