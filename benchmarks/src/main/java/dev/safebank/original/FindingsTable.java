package dev.safebank.original;

import dev.safebank.model.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The findings as a table of plain text, a line for each variant. */
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

  private FindingsTable() {}

  /** The table, a string for each line. */
  static List<String> of(List<Finding> findings) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEAD);
    findings.forEach(finding -> rows.add(row(finding)));
    int[] widths = IntStream.range(0, HEAD.size())
        .map(column ->
            rows.stream().mapToInt(row -> row.get(column).length()).max().orElseThrow())
        .toArray();
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private static List<String> row(Finding finding) {
    TornTotals torn = finding.tornTotals();
    boolean any = torn.count() > 0;
    return List.of(
        finding.variant(),
        time(finding),
        any ? number(torn.count()) : "none",
        any ? number(torn.first()) : "",
        any ? number(torn.lowest()) : "",
        any ? number(torn.highest()) : "",
        end(finding),
        finding.overdrafts() == 0 ? "none" : number(finding.overdrafts()),
        claims(finding));
  }

  private static String time(Finding finding) {
    String millis = number(Math.round(finding.nanos() / 1e6)) + " ms";
    return switch (finding.ending()) {
      case FINISHED -> millis;
      case DEADLOCKED -> "deadlocked after " + millis;
      case STUCK -> "stuck after " + millis;
      case SPINNING -> "spinning after " + millis;
    };
  }

  private static String end(Finding finding) {
    long gained = finding.finalTotal() - finding.openingTotal();
    if (finding.abandoned() > 0) {
      return "unknown: " + finding.abandoned() + " threads did not end";
    }
    if (gained == 0) {
      return "right";
    }
    return gained < 0 ? "lost " + number(-gained) : "gained " + number(gained);
  }

  private static String claims(Finding finding) {
    return finding.brokenClaims().isEmpty()
        ? "as claimed"
        : finding.brokenClaims().stream()
            .map(Promise::words)
            .collect(Collectors.joining(", ", "BROKEN: ", ""));
  }

  private static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /** Names and words to the left, numbers to the right. */
  private static String line(List<String> row, int[] widths) {
    return IntStream.range(0, row.size())
        .mapToObj(column -> {
          boolean left = column == 0 || column == row.size() - 1;
          return String.format("%" + (left ? "-" : "") + widths[column] + "s", row.get(column));
        })
        .collect(Collectors.joining("  "))
        .stripTrailing();
  }
}
