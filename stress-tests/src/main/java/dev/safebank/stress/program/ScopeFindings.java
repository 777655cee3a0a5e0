package dev.safebank.stress.program;

import dev.safebank.explore.result.DataRace;
import dev.safebank.explore.result.Exploration;
import dev.safebank.model.specification.Program;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The findings of the exploration of a scope for one variant so far. */
final class ScopeFindings {

  /** A finding that several programs share: their number, and the program that shows it best. */
  static final class Shown<T> {

    private long programs;
    private T smallest;

    private Shown(T first) {
      this.smallest = first;
    }

    long programs() {
      return programs;
    }

    T smallest() {
      return smallest;
    }
  }

  /**
   * The key of a data race, the same for every program: the source locations of its two accesses.
   */
  record RaceKey(String variable, String first, String second) {

    static RaceKey of(DataRace race) {
      String one = race.first().where().toString();
      String other = race.second().where().toString();
      boolean inOrder = one.compareTo(other) < 0;
      return new RaceKey(race.variable(), inOrder ? one : other, inOrder ? other : one);
    }
  }

  private final Map<ProgramAnomaly.Key, Shown<ProgramAnomaly>> violations = new LinkedHashMap<>();
  private final Map<RaceKey, Shown<Program>> races = new LinkedHashMap<>();
  private final Map<String, Shown<Program>> incomplete = new LinkedHashMap<>();
  private final Set<String> relaxed = new LinkedHashSet<>();
  private long explored;
  private long interleavings;

  /** Adds the result of one program. */
  void add(ProgramJudge judge, Program program, Exploration exploration) {
    interleavings += exploration.interleavings();
    explored += exploration.complete() ? 1 : 0;
    exploration.incomplete().stream()
        .distinct()
        .forEach(
            reason -> incomplete.computeIfAbsent(reason, r -> new Shown<>(program)).programs++);
    relaxed.addAll(exploration.relaxed());
    exploration.races().stream()
        .map(RaceKey::of)
        .distinct()
        .forEach(race -> races.computeIfAbsent(race, r -> new Shown<>(program)).programs++);
    Set<ProgramAnomaly.Key> counted = new HashSet<>();
    for (ProgramAnomaly finding : judge.findings(exploration)) {
      Shown<ProgramAnomaly> shown =
          violations.computeIfAbsent(finding.key(), key -> new Shown<>(finding));
      shown.programs += counted.add(finding.key()) ? 1 : 0;
      if (finding.calls() < shown.smallest.calls()) {
        shown.smallest = finding;
      }
    }
  }

  /** Counts a program whose opening balances the bank refuses, as the contract allows. */
  void refused() {
    explored++;
  }

  /** Records that this many programs, from this one on, were not explored at all. */
  void notBegun(Program first, long programs, String reason) {
    incomplete.computeIfAbsent(reason, r -> new Shown<>(first)).programs += programs;
  }

  /** Whether a proof is still possible: all was explored to its end, and nothing raced. */
  boolean mayProve() {
    return incomplete.isEmpty() && races.isEmpty() && relaxed.isEmpty();
  }

  List<Shown<ProgramAnomaly>> violations() {
    return List.copyOf(violations.values());
  }

  Map<RaceKey, Shown<Program>> races() {
    return races;
  }

  Map<String, Shown<Program>> incomplete() {
    return incomplete;
  }

  List<String> relaxed() {
    return List.copyOf(relaxed);
  }

  long explored() {
    return explored;
  }

  long interleavings() {
    return interleavings;
  }
}
