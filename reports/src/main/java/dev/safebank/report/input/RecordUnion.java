package dev.safebank.report.input;

import dev.safebank.evidence.ExplorationRecord;
import dev.safebank.evidence.ScopeRecord;
import dev.safebank.evidence.program.IncompletePrograms;
import dev.safebank.evidence.witness.RecordedRace;
import dev.safebank.evidence.witness.RecordedWitness;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Merges the records of several machines that explored the same test. They usually agree; where
 * they do not, everything that prevents a proof is kept.
 */
final class RecordUnion {

  private RecordUnion() {}

  /** The explorations of one test. */
  static ExplorationRecord ofExplorations(ExplorationRecord one, ExplorationRecord other) {
    if (one.equals(other)) {
      return one;
    }
    SortedMap<String, Long> outcomes = new TreeMap<>(one.outcomes());
    other.outcomes().forEach((outcome, count) -> outcomes.merge(outcome, count, Math::max));
    SortedSet<String> serial = new TreeSet<>(one.serial());
    serial.addAll(other.serial());
    return new ExplorationRecord(
        one.test(),
        Math.max(one.interleavings(), other.interleavings()),
        sorted(one.incomplete(), other.incomplete()),
        outcomes,
        serial,
        least(one.races(), other.races(), RecordUnion::place),
        sorted(one.relaxed(), other.relaxed()),
        least(one.witnesses(), other.witnesses(), RecordedWitness::outcome),
        Math.max(one.millis(), other.millis()));
  }

  /** The explorations of one variant in one scope. */
  static ScopeRecord ofScopes(ScopeRecord one, ScopeRecord other) {
    if (one.equals(other)) {
      return one;
    }
    return new ScopeRecord(
        one.variant(),
        one.classes(),
        one.scope(),
        Math.max(one.programs(), other.programs()),
        Math.min(one.explored(), other.explored()),
        Math.max(one.interleavings(), other.interleavings()),
        least(one.incomplete(), other.incomplete(), IncompletePrograms::reason),
        least(
            one.violations(),
            other.violations(),
            violation -> violation.promise() + " " + violation.meaning()),
        least(one.races(), other.races(), race -> place(race.race())),
        sorted(one.relaxed(), other.relaxed()),
        Math.max(one.millis(), other.millis()));
  }

  private static String place(RecordedRace race) {
    return "%s %s %s".formatted(race.variable(), race.first(), race.second());
  }

  private static List<String> sorted(Collection<String> some, Collection<String> others) {
    SortedSet<String> all = new TreeSet<>(some);
    all.addAll(others);
    return List.copyOf(all);
  }

  /** Of those with one name the one that is least, by size and then by its text. */
  private static <T> List<T> least(List<T> some, List<T> others, Function<T, String> name) {
    Comparator<T> order =
        Comparator.comparingInt((T one) -> one.toString().length()).thenComparing(Object::toString);
    SortedMap<String, T> byName = new TreeMap<>();
    Stream.concat(some.stream(), others.stream())
        .forEach(one -> byName.merge(
            name.apply(one), one, (first, next) -> order.compare(first, next) <= 0 ? first : next));
    return List.copyOf(byName.values());
  }
}
