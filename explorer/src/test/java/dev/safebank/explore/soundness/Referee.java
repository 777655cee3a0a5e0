package dev.safebank.explore.soundness;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Compares two observations of one program that must agree, whatever the right answer is. What is
 * incomplete, or did not come to its end, is not compared: the table deals with that.
 */
final class Referee {

  private static final Pattern ACCESS = Pattern.compile("(?:reads|writes) at (\\S+:\\d+)");

  private Referee() {}

  /** The methods of the actors in another order: the same outcomes, and the same races. */
  static Optional<String> ofSwap(Observation original, Observation swapped) {
    if (!original.complete() || !swapped.complete()) {
      return Optional.empty();
    }
    return disagreement("outcomes", original.outcomes(), swapped.outcomes())
        .or(() -> disagreement("races", lines(original), lines(swapped)));
  }

  /** A step more before each line: no new outcome, and no new race. */
  static Optional<String> ofSteps(Observation original, Observation withSteps) {
    if (!original.complete() || withSteps.ending() != Observation.Ending.EXPLORED) {
      return Optional.empty();
    }
    return surplus("outcomes", original.outcomes(), withSteps.outcomes())
        .or(() -> surplus("races", lines(original), lines(withSteps)));
  }

  /**
   * The actors one after the other, by real threads: outcomes that the exploration has, too; and
   * just those that it calls serial, unless more than the order of the actors decides.
   */
  static Optional<String> ofSerial(Observation exploration, Observation real, boolean decided) {
    if (!exploration.complete() || real.ending() == Observation.Ending.REFUSED) {
      return Optional.empty();
    }
    Optional<String> missing =
        surplus("outcomes", kinds(exploration.outcomes()), kinds(real.serialOutcomes()));
    if (missing.isPresent() || !decided || real.ending() != Observation.Ending.EXPLORED) {
      return missing;
    }
    return disagreement(
        "serial outcomes", kinds(exploration.serialOutcomes()), kinds(real.serialOutcomes()));
  }

  /** Whoever fails, and by what, is called by different names. */
  private static Set<String> kinds(Set<String> outcomes) {
    return outcomes.stream()
        .map(outcome -> outcome.startsWith("FAILED") ? "FAILED" : outcome)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Where races are: pairs of lines. Who was first is not the same in both. */
  private static Set<String> lines(Observation observation) {
    return observation.races().stream()
        .map(race -> ACCESS
            .matcher(race)
            .results()
            .map(access -> access.group(1))
            .sorted()
            .collect(Collectors.joining(" and ")))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Optional<String> disagreement(String what, Set<String> one, Set<String> other) {
    return one.equals(other)
        ? Optional.empty()
        : Optional.of("%s %s, but %s".formatted(what, one, other));
  }

  private static Optional<String> surplus(String what, Set<String> all, Set<String> some) {
    return all.containsAll(some)
        ? Optional.empty()
        : Optional.of("%s %s, but also %s".formatted(what, all, some));
  }
}
