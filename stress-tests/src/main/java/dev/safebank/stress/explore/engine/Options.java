package dev.safebank.stress.explore.engine;

/**
 * How to explore.
 *
 * @param reduction which interleavings need not be run
 * @param limits how far to go
 * @param onThreads whether to run actors on threads even where the JVM has continuations
 * @param witnesses how many executions may be spent on finding the simplest witnesses
 */
public record Options(Reduction reduction, Limits limits, boolean onThreads, int witnesses) {

  /** All that matters: reduced, with generous limits. */
  public static final Options DEFAULT =
      new Options(Reduction.SOURCE_DPOR, new Limits(20_000_000, 10_000, 1, 1, true), false, 3_000);

  /** The same with another reduction. */
  public Options with(Reduction newReduction) {
    return new Options(newReduction, limits, onThreads, witnesses);
  }

  /** The same with other limits. */
  public Options with(Limits newLimits) {
    return new Options(reduction, newLimits, onThreads, witnesses);
  }

  /** The same on threads. */
  public Options usingThreads() {
    return new Options(reduction, limits, true, witnesses);
  }

  /** The same without looking for simpler witnesses than those that the search meets. */
  public Options withoutSimplestWitnesses() {
    return new Options(reduction, limits, onThreads, 0);
  }

  Coroutines newCoroutines() {
    return onThreads ? new ThreadCoroutines() : Coroutines.best();
  }
}
