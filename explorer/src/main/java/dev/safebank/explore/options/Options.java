package dev.safebank.explore.options;

import java.time.Duration;
import java.util.List;

/**
 * How to explore.
 *
 * @param reduction which interleavings need not be run
 * @param limits how far to go
 * @param onThreads whether to run actors on threads even where the JVM has continuations
 * @param witnesses how many executions may be spent on finding the simplest witnesses
 * @param drawn whether witnesses show their steps; if not, outcomes are told apart all the same
 * @param buildsOnOthers whether accesses count as shared between threads from the start that
 *     another exploration has found to be, instead of being found out anew: quicker, but witnesses
 *     may have steps that no other thread can feel
 * @param leftOut prefixes of internal class names, such as {@code org/example/watch/}: classes that
 *     are not explored, and whose methods without a result are not called, since they only observe
 */
public record Options(
    Reduction reduction,
    Limits limits,
    boolean onThreads,
    int witnesses,
    boolean drawn,
    boolean buildsOnOthers,
    List<String> leftOut) {

  private static final Limits LIMITS = new Limits(
      20_000_000, 20_000, 10_000, 1, 1, 2, true, Duration.ofMinutes(2), Duration.ofSeconds(10));

  /** All that matters: reduced, with generous limits. */
  public static final Options DEFAULT =
      new Options(Reduction.SOURCE_DPOR, LIMITS, false, 3_000, true, false, List.of());

  /** The same with another reduction. */
  public Options with(Reduction newReduction) {
    return new Options(newReduction, limits, onThreads, witnesses, drawn, buildsOnOthers, leftOut);
  }

  /** The same with other limits. */
  public Options with(Limits newLimits) {
    return new Options(reduction, newLimits, onThreads, witnesses, drawn, buildsOnOthers, leftOut);
  }

  /** The same on threads. */
  public Options usingThreads() {
    return new Options(reduction, limits, true, witnesses, drawn, buildsOnOthers, leftOut);
  }

  /** The same without a search for simpler witnesses than those that the exploration finds. */
  public Options withoutSimplestWitnesses() {
    return new Options(reduction, limits, onThreads, 0, drawn, buildsOnOthers, leftOut);
  }

  /** The same without any steps in the witnesses, and without looking for simple ones. */
  public Options withoutWitnesses() {
    return new Options(reduction, limits, onThreads, 0, false, buildsOnOthers, leftOut);
  }

  /** The same, building on what other explorations by the same explorer with this option found. */
  public Options buildingOnOthers() {
    return new Options(reduction, limits, onThreads, witnesses, drawn, true, leftOut);
  }

  /** The same, leaving out the classes whose internal names begin with one of these. */
  public Options leavingOut(String... prefixes) {
    return new Options(
        reduction, limits, onThreads, witnesses, drawn, buildsOnOthers, List.of(prefixes));
  }
}
