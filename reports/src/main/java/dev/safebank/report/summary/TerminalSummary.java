package dev.safebank.report.summary;

import dev.safebank.model.Promise;
import dev.safebank.report.verdict.Objection;
import dev.safebank.report.verdict.PromiseVerdict;
import dev.safebank.report.verdict.VariantVerdict;
import dev.safebank.report.verdict.Verdicts;
import dev.safebank.report.words.Figures;
import dev.safebank.report.words.VisibleText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Writes verdicts for a terminal: plain text, no colour, one row per variant. */
public final class TerminalSummary {

  private static final int COLUMN = 12;
  private static final int MOST_REASONS = 12;
  private static final int LONGEST_REASON = 400;

  private final Verdicts verdicts;
  private final String reportPath;
  private final List<String> lines = new ArrayList<>();

  private TerminalSummary(Verdicts verdicts, String reportPath) {
    this.verdicts = verdicts;
    this.reportPath = reportPath;
  }

  /**
   * The summary, ready to be printed.
   *
   * @param reportPath where the report's first page lies, as the reader would type it
   */
  public static String of(Verdicts verdicts, String reportPath) {
    TerminalSummary summary = new TerminalSummary(verdicts, reportPath);
    summary.matrix();
    summary.remarks();
    summary.reasons();
    summary.lastWords();
    return String.join("\n", summary.lines) + "\n";
  }

  private void matrix() {
    if (verdicts.variants().isEmpty()) {
      return;
    }
    int names = verdicts.variants().stream()
        .mapToInt(variant -> name(variant).length())
        .max()
        .orElse(0);
    row(" ".repeat(names), Arrays.stream(Promise.values()).map(p -> head(p, 0)).toList());
    row(" ".repeat(names), Arrays.stream(Promise.values()).map(p -> head(p, 1)).toList());
    for (VariantVerdict variant : verdicts.variants()) {
      row(
          pad(name(variant), names),
          Arrays.stream(Promise.values()).map(promise -> word(variant, promise)).toList());
    }
  }

  private void row(String head, List<String> cells) {
    String line = cells.stream()
        .map(cell -> pad(cell, COLUMN - 1))
        .collect(Collectors.joining(" ", head + "  ", ""));
    lines.add(line.stripTrailing());
  }

  private static String head(Promise promise, int line) {
    String[] words = promise.words().split(" ", 2);
    return line < words.length ? words[line] : "";
  }

  private static String word(VariantVerdict variant, Promise promise) {
    return variant
        .promise(promise)
        .map(verdict -> verdict.word() + (verdict.asClaimed() ? "" : "!"))
        .orElse("-");
  }

  private void remarks() {
    if (anyPromise(verdict -> !verdict.asClaimed())) {
      lines.add("(! not as the variant says of itself)");
    }
    lines.addAll(Remarks.of(verdicts));
  }

  private boolean anyPromise(Predicate<PromiseVerdict> test) {
    return verdicts.variants().stream()
        .flatMap(variant -> variant.promises().stream())
        .anyMatch(test);
  }

  private void reasons() {
    List<Objection> reasons = verdicts.reasons();
    if (reasons.isEmpty()) {
      return;
    }
    lines.add("");
    lines.add("The build fails:");
    reasons.stream()
        .limit(MOST_REASONS)
        .forEach(reason -> lines.add("  - " + VisibleText.line(reason.message(), LONGEST_REASON)));
    if (reasons.size() > MOST_REASONS) {
      lines.add(
          "  … and " + Figures.count(reasons.size() - MOST_REASONS) + " more, in the report.");
    }
    lines.add("");
  }

  private void lastWords() {
    StringBuilder line = new StringBuilder(Headline.of(verdicts));
    verdicts.environment().ifPresent(environment -> {
      line.append(" ").append(Figures.count(verdicts.samples(), "sample"));
      line.append(" on ").append(Figures.count(environment.cpus(), "CPU"));
      if (verdicts.interleavings() > 0) {
        line.append(", ").append(Figures.count(verdicts.interleavings(), "interleaving"));
      }
      line.append(".");
    });
    verdicts
        .run()
        .ifPresent(
            run -> line.append(" ").append(Figures.duration(run.millis())).append("."));
    lines.add(line.toString());
    lines.add("Report: " + reportPath);
  }

  private static String name(VariantVerdict variant) {
    return VisibleText.line(variant.name(), 40);
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
