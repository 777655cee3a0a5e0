package dev.safebank.report.summary;

import dev.safebank.console.text.DurationFormat;
import dev.safebank.console.text.NumberFormats;
import dev.safebank.console.text.TextSanitizer;
import dev.safebank.console.text.TextTable;
import dev.safebank.console.text.TextTable.Alignment;
import dev.safebank.model.Promise;
import dev.safebank.report.text.Headline;
import dev.safebank.report.text.Remarks;
import dev.safebank.report.verdict.GateViolation;
import dev.safebank.report.verdict.PromiseVerdict;
import dev.safebank.report.verdict.VariantVerdict;
import dev.safebank.report.verdict.Verdicts;
import dev.safebank.report.verdict.fleet.FleetInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Formats verdicts for a terminal: plain text without colour, one row per variant. */
public final class TerminalSummary {

  private static final int MOST_REASONS = 12;
  private static final int LONGEST_REASON = 400;

  private final Verdicts verdicts;
  private final GateState gate;
  private final String reportPath;
  private final List<String> lines = new ArrayList<>();

  private TerminalSummary(Verdicts verdicts, GateState gate, String reportPath) {
    this.verdicts = verdicts;
    this.gate = gate;
    this.reportPath = reportPath;
  }

  /**
   * The summary, ready to be printed.
   *
   * @param reportPath where the report's first page lies, as the reader would type it
   */
  public static String of(Verdicts verdicts, GateState gate, String reportPath) {
    TerminalSummary summary = new TerminalSummary(verdicts, gate, reportPath);
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
    List<List<String>> rows = new ArrayList<>();
    rows.add(row("", promise -> head(promise, 0)));
    rows.add(row("", promise -> head(promise, 1)));
    for (VariantVerdict variant : verdicts.variants()) {
      rows.add(row(name(variant), promise -> word(variant, promise)));
    }
    lines.addAll(new TextTable(row(Alignment.LEFT, promise -> Alignment.LEFT)).lines(rows));
  }

  private static <T> List<T> row(T first, Function<Promise, T> other) {
    return Stream.concat(Stream.of(first), Stream.of(Promise.values()).map(other))
        .toList();
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
      lines.add("(! not as the variant claims)");
    }
    provedOf()
        .forEach(scope -> lines.add("PROVED: in every execution of the scenarios and of "
            + TextSanitizer.line(scope, LONGEST_REASON)
            + "."));
    lines.addAll(Remarks.of(verdicts));
  }

  /** The programs that something is proved of, in words: as a rule the same for all promises. */
  private Stream<String> provedOf() {
    return verdicts.variants().stream()
        .flatMap(variant -> variant.promises().stream())
        .flatMap(promise -> promise.scope().stream())
        .distinct();
  }

  private boolean anyPromise(Predicate<PromiseVerdict> test) {
    return verdicts.variants().stream()
        .flatMap(variant -> variant.promises().stream())
        .anyMatch(test);
  }

  private void reasons() {
    List<GateViolation> reasons = verdicts.reasons();
    if (reasons.isEmpty()) {
      if (gate == GateState.SKIPPED) {
        lines.add("The gate was skipped.");
      }
      return;
    }
    lines.add("");
    lines.add(gate.heading());
    reasons.stream()
        .limit(MOST_REASONS)
        .forEach(
            reason -> lines.add("  - " + TextSanitizer.line(reason.message(), LONGEST_REASON)));
    if (reasons.size() > MOST_REASONS) {
      lines.add("  … and " + NumberFormats.count(reasons.size() - MOST_REASONS)
          + " more, in the report.");
    }
    lines.add("");
  }

  private void lastWords() {
    StringBuilder line = new StringBuilder(Headline.of(verdicts));
    verdicts.run().ifPresent(run -> {
      line.append(" ").append(samples());
      if (verdicts.interleavings() > 0) {
        line.append(", ").append(NumberFormats.count(verdicts.interleavings(), "interleaving"));
      }
      line.append(".");
    });
    verdicts
        .run()
        .ifPresent(run -> line.append(" ")
            .append(DurationFormat.words(Duration.ofMillis(run.millis())))
            .append("."));
    lines.add(line.toString());
    lines.add("Report: " + reportPath);
  }

  private String samples() {
    return verdicts
        .fleet()
        .map(this::samples)
        .or(() -> verdicts
            .environment()
            .map(environment -> "%s on %s"
                .formatted(
                    NumberFormats.count(verdicts.samples(), "sample"),
                    NumberFormats.count(environment.cpus(), "CPU"))))
        .orElse(NumberFormats.count(verdicts.samples(), "sample"));
  }

  /** Samples of different platforms are not added up. */
  private String samples(FleetInfo fleet) {
    return "%s; %s on %s"
        .formatted(
            verdicts.samplesByPlatform().entrySet().stream()
                .map(entry -> "%s on %s"
                    .formatted(NumberFormats.count(entry.getValue(), "sample"), entry.getKey()))
                .collect(Collectors.joining(", ")),
            NumberFormats.count(fleet.shards(), "shard"),
            NumberFormats.count(fleet.machines(), "machine"));
  }

  private static String name(VariantVerdict variant) {
    return TextSanitizer.line(variant.name(), 40);
  }
}
