package dev.safebank.report.input;

import dev.safebank.evidence.CellFacts;
import dev.safebank.report.verdict.CellStatus;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Finds the cells that are untested whatever was recorded of them, and names the cause: the variant
 * or the scenario, where all their cells share it.
 */
final class UntestedCells {

  private static final String RUN_AGAIN = "Run `mvn verify`.";

  private final List<CellFacts> planned;
  private final Map<String, UntestedCell> untested = new HashMap<>();

  UntestedCells(List<CellFacts> planned) {
    this.planned = planned;
  }

  Map<String, UntestedCell> byTest() {
    return untested;
  }

  /** It is unknown of which classes the evidence is. */
  void allUnknown() {
    String reason = "nothing says whether its classes are still those that were stressed";
    planned.forEach(cell -> untested.put(
        cell.test(),
        new UntestedCell(
            CellStatus.OUTDATED,
            reason,
            "Every cell is UNTESTED: without a plan, nothing says whether the classes are still"
                + " those that were stressed. " + RUN_AGAIN)));
  }

  /** Records of these tests are of other classes. */
  void outdated(Set<String> tests, Set<String> announced) {
    add(
        CellStatus.OUTDATED,
        tests,
        announced,
        "changed after it was stressed",
        "What all cells share changed after it was stressed");
  }

  /** No run knows the other tests. */
  void added(Set<String> announced) {
    Set<String> unheard = new HashSet<>(tests(cell -> !announced.contains(cell.test())));
    add(
        CellStatus.MISSING,
        unheard,
        tests(cell -> true),
        "is in no evidence: it was added after the run, or left out of it",
        "No cell is in any evidence");
  }

  /** There are two records of the exploration of these tests. */
  void exploredTwice(Set<String> tests) {
    add(
        CellStatus.FAILED,
        tests,
        tests(cell -> true),
        "has two records of its exploration",
        "Each cell has two records of its exploration");
  }

  /** These tests, and no others, were explored. */
  void explored(Set<String> tests) {
    Set<String> unexplored = new HashSet<>(tests(cell -> !tests.contains(cell.test())));
    add(
        CellStatus.MISSING,
        unexplored,
        tests(cell -> true),
        "was not explored",
        "No cell was explored");
  }

  private void add(
      CellStatus status, Set<String> tests, Set<String> comparable, String what, String ofAll) {
    Set<String> fresh = new HashSet<>(tests);
    fresh.removeAll(untested.keySet());
    Set<String> variants = whole(CellFacts::variant, tests, comparable);
    Set<String> scenarios = whole(CellFacts::scenario, tests, comparable);
    boolean all = variants.size() > 1 && scenarios.size() > 1 && tests.containsAll(comparable);
    for (CellFacts cell : planned) {
      if (fresh.contains(cell.test())) {
        String reason = all ? ofAll : subject(cell, variants, scenarios) + " " + what;
        String message = "%s: %s is UNTESTED. %s".formatted(reason, all ? "all" : "it", RUN_AGAIN);
        untested.put(cell.test(), new UntestedCell(status, reason, message));
      }
    }
  }

  private static String subject(CellFacts cell, Set<String> variants, Set<String> scenarios) {
    if (variants.contains(cell.variant())) {
      return cell.variant();
    }
    return scenarios.contains(cell.scenario())
        ? cell.scenario()
        : cell.variant() + " in " + cell.scenario();
  }

  /** The variants or scenarios of which all cells that can be compared are among the tests. */
  private Set<String> whole(
      Function<CellFacts, String> name, Set<String> tests, Set<String> comparable) {
    return planned.stream()
        .filter(cell -> comparable.contains(cell.test()))
        .collect(
            Collectors.groupingBy(name, Collectors.mapping(CellFacts::test, Collectors.toSet())))
        .entrySet()
        .stream()
        .filter(entry -> tests.containsAll(entry.getValue()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private Set<String> tests(Predicate<CellFacts> which) {
    return planned.stream().filter(which).map(CellFacts::test).collect(Collectors.toSet());
  }
}
