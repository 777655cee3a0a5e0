package dev.safebank.benchmarks.original;

import static dev.safebank.console.text.TextTable.Alignment.LEFT;
import static dev.safebank.console.text.TextTable.Alignment.RIGHT;

import dev.safebank.console.text.DurationFormat;
import dev.safebank.console.text.NumberFormats;
import dev.safebank.console.text.TextTable;
import dev.safebank.evidence.cost.TornTotals;
import dev.safebank.evidence.cost.VariantFinding;
import dev.safebank.model.Promise;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Formats findings as a table of plain text, a line for each variant. */
final class FindingsTable {

  private static final List<String> HEAD = List.of(
      "variant",
      "time",
      "torn totals",
      "first",
      "lowest",
      "highest",
      "at the end",
      "overdrafts",
      "claims");

  /** Names and words to the left, numbers to the right. */
  private static final TextTable TABLE = new TextTable(IntStream.range(0, HEAD.size())
      .mapToObj(column -> column == 0 || column == HEAD.size() - 1 ? LEFT : RIGHT)
      .toList());

  private FindingsTable() {}

  /** The table, a string for each line. */
  static List<String> of(List<VariantFinding> findings) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEAD);
    findings.forEach(finding -> rows.add(row(finding)));
    return TABLE.lines(rows);
  }

  private static List<String> row(VariantFinding finding) {
    TornTotals torn = finding.tornTotals();
    boolean any = torn.count() > 0;
    return List.of(
        finding.variant(),
        time(finding),
        any ? NumberFormats.count(torn.count()) : "none",
        any ? NumberFormats.count(torn.first()) : "",
        any ? NumberFormats.count(torn.lowest()) : "",
        any ? NumberFormats.count(torn.highest()) : "",
        end(finding),
        finding.overdrafts() == 0 ? "none" : NumberFormats.count(finding.overdrafts()),
        claims(finding));
  }

  private static String time(VariantFinding finding) {
    String time = DurationFormat.words(Duration.ofNanos(finding.nanos()));
    return switch (finding.ending()) {
      case FINISHED -> time;
      case DEADLOCKED -> "deadlocked after " + time;
      case STUCK -> "stuck after " + time;
      case SPINNING -> "spinning after " + time;
    };
  }

  private static String end(VariantFinding finding) {
    long gained = finding.finalTotal() - finding.openingTotal();
    if (finding.abandoned() > 0) {
      return "unknown: " + finding.abandoned() + " threads did not end";
    }
    if (gained == 0) {
      return "right";
    }
    return gained < 0
        ? "lost " + NumberFormats.count(-gained)
        : "gained " + NumberFormats.count(gained);
  }

  private static String claims(VariantFinding finding) {
    return finding.brokenClaims().isEmpty()
        ? "as claimed"
        : finding.brokenClaims().stream()
            .map(Promise::words)
            .collect(Collectors.joining(", ", "BROKEN: ", ""));
  }
}
