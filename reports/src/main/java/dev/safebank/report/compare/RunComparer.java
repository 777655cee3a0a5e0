package dev.safebank.report.compare;

import dev.safebank.console.text.NumberFormats;
import dev.safebank.evidence.cost.BenchmarkResult;
import dev.safebank.report.cost.BenchmarkResults;
import dev.safebank.report.cost.CostReport;
import dev.safebank.report.verdict.CellVerdict;
import dev.safebank.report.verdict.OutcomeKind;
import dev.safebank.report.verdict.OutcomeVerdict;
import dev.safebank.report.verdict.PromiseVerdict;
import dev.safebank.report.verdict.VariantVerdict;
import dev.safebank.report.verdict.Verdicts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Computes the differences between two runs. */
public final class RunComparer {

  private final List<RunComparison.VerdictChange> verdicts = new ArrayList<>();
  private final List<RunComparison.NewOutcome> outcomes = new ArrayList<>();
  private final List<RunComparison.MovedRate> rates = new ArrayList<>();

  private RunComparer() {}

  /**
   * What changed from one run to the other.
   *
   * @param oldPrice what the earlier run cost; may be empty
   * @param newPrice what the later run cost; may be empty
   */
  public static RunComparison compare(
      Verdicts before, CostReport oldPrice, Verdicts after, CostReport newPrice) {
    RunComparer changes = new RunComparer();
    for (VariantVerdict variant : after.variants()) {
      before.variant(variant.name()).ifPresent(earlier -> changes.compare(earlier, variant));
    }
    return new RunComparison(
        words(before),
        words(after),
        missing(after, before),
        missing(before, after),
        changes.verdicts,
        changes.outcomes,
        changes.rates,
        prices(oldPrice, newPrice));
  }

  private static String words(Verdicts verdicts) {
    String when = verdicts.run().map(run -> run.started().toString()).orElse("unknown time");
    String jvm = verdicts.environment().map(environment -> environment.jvm()).orElse("unknown JVM");
    return "%s, %s, %s".formatted(when, jvm, NumberFormats.count(verdicts.samples(), "sample"));
  }

  /** Variants of one run that the other does not have. */
  private static List<String> missing(Verdicts of, Verdicts in) {
    return of.variants().stream()
        .map(VariantVerdict::name)
        .filter(name -> in.variant(name).isEmpty())
        .toList();
  }

  private void compare(VariantVerdict before, VariantVerdict after) {
    for (PromiseVerdict promise : after.promises()) {
      Optional<PromiseVerdict> earlier = before.promise(promise.promise());
      String word = earlier.map(PromiseVerdict::word).orElse("not judged");
      if (!word.equals(promise.word())) {
        boolean worse = earlier
            .filter(was -> RunComparison.isWorse(promise.verdict(), was.verdict()))
            .isPresent();
        verdicts.add(new RunComparison.VerdictChange(
            after.name(), promise.promise(), word, promise.word(), worse));
      }
    }
    before.promises().stream()
        .filter(promise -> after.promise(promise.promise()).isEmpty())
        .forEach(promise -> verdicts.add(new RunComparison.VerdictChange(
            after.name(), promise.promise(), promise.word(), "not judged", true)));
    for (CellVerdict cell : after.scenarios()) {
      before.scenario(cell.scenario()).ifPresent(earlier -> compare(after.name(), earlier, cell));
    }
  }

  private void compare(String variant, CellVerdict before, CellVerdict after) {
    for (OutcomeVerdict outcome : after.outcomes()) {
      Optional<OutcomeVerdict> earlier = before.outcomes().stream()
          .filter(was -> was.outcome().equals(outcome.outcome()))
          .findFirst();
      boolean specified = outcome.kind() == OutcomeKind.SERIAL;
      if (outcome.witnessed() && earlier.filter(OutcomeVerdict::witnessed).isEmpty()) {
        outcomes.add(new RunComparison.NewOutcome(
            variant, after.scenario(), outcome.outcome(), specified, outcome.samples()));
      } else if (!specified && before.samples() > 0 && after.samples() > 0) {
        long seen = earlier.map(OutcomeVerdict::samples).orElse(0L);
        if (ShareBounds.of(seen, before.samples())
            .isApartFrom(ShareBounds.of(outcome.samples(), after.samples()))) {
          rates.add(new RunComparison.MovedRate(
              variant,
              after.scenario(),
              outcome.outcome(),
              NumberFormats.share(seen, before.samples()),
              NumberFormats.share(outcome.samples(), after.samples())));
        }
      }
    }
  }

  private static List<RunComparison.MovedPrice> prices(CostReport before, CostReport after) {
    List<RunComparison.MovedPrice> moved = new ArrayList<>();
    for (BenchmarkResult result : results(after)) {
      results(before).stream()
          .filter(earlier -> earlier.title().equals(result.title()))
          .filter(earlier ->
              Math.abs(result.score() - earlier.score()) > error(result) + error(earlier))
          .findFirst()
          .ifPresent(earlier -> moved.add(
              new RunComparison.MovedPrice(result.title(), score(earlier), score(result))));
    }
    return moved;
  }

  private static List<BenchmarkResult> results(CostReport price) {
    return price
        .benchmarks()
        .map(BenchmarkResults::run)
        .map(run -> run.results())
        .orElse(List.of());
  }

  private static double error(BenchmarkResult result) {
    return result.error().orElse(0.0);
  }

  private static String score(BenchmarkResult result) {
    return String.format(
        Locale.ROOT, "%,.1f ± %,.1f %s", result.score(), error(result), result.unit());
  }
}
