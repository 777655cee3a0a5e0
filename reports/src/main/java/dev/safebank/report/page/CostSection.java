package dev.safebank.report.page;

import dev.safebank.evidence.cost.BenchmarkResult;
import dev.safebank.report.cost.BenchmarkResults;
import dev.safebank.report.cost.CostAnswers;
import dev.safebank.report.page.link.Links;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The costs of all variants, as a section of the index.
 *
 * @param costs the measurements
 * @param threads how many the table is about
 * @param rows a row per variant measured
 * @param answers to the questions about cost
 */
public record CostSection(
    BenchmarkResults costs, int threads, List<CostRow> rows, List<CostAnswers.Answer> answers) {

  /**
   * The measured costs of one variant, as a row of a table.
   *
   * @param variant its name
   * @param href of its costs on its page; empty if it has none
   * @param traffic calls a second
   * @param relative the same, of the baseline's
   * @param validate time of a validation
   * @param relativeValidate the same, of the baseline's
   */
  public record CostRow(
      String variant,
      Optional<String> href,
      Cost traffic,
      String relative,
      Cost validate,
      String relativeValidate) {}

  /**
   * A measured figure as text.
   *
   * @param figure with its error
   * @param run what finds it in JMH's own file
   */
  public record Cost(String figure, String run) {}

  private static final Cost NONE = new Cost("–", "not measured");

  static CostSection of(BenchmarkResults costs, Links links) {
    int threads = costs.mostThreads();
    List<CostRow> rows = costs.variants().stream()
        .map(variant -> new CostRow(
            variant,
            links.has(variant)
                ? Optional.of(links.fromIndex(variant, links.anchors(variant).id("cost")))
                : Optional.empty(),
            costs.traffic(variant, threads).map(CostSection::cost).orElse(NONE),
            relative(
                costs.traffic(variant, threads), costs.traffic(BenchmarkResults.BASELINE, threads)),
            costs.validate(variant).map(CostSection::cost).orElse(NONE),
            relative(costs.validate(variant), costs.validate(BenchmarkResults.BASELINE))))
        .toList();
    return new CostSection(costs, threads, rows, CostAnswers.of(costs));
  }

  static Cost cost(BenchmarkResult m) {
    String error = m.error().map(e -> String.format(Locale.ROOT, " ± %,.0f", e)).orElse("");
    String format = m.score() < 100 && m.error().isEmpty() ? "%,.1f%s %s" : "%,.0f%s %s";
    return new Cost(String.format(Locale.ROOT, format, m.score(), error, m.unit()), m.title());
  }

  private static String relative(
      Optional<BenchmarkResult> own, Optional<BenchmarkResult> baseline) {
    return own.flatMap(m -> baseline.map(y -> ratio(m, y))).orElse("–");
  }

  private static String ratio(BenchmarkResult own, BenchmarkResult baseline) {
    double ratio = own.score() / baseline.score();
    double relativeError =
        own.error().orElse(0.0) / own.score() + baseline.error().orElse(0.0) / baseline.score();
    String error =
        relativeError == 0 ? "" : String.format(Locale.ROOT, " ± %.2f", ratio * relativeError);
    return String.format(Locale.ROOT, "%.2f%s×", ratio, error);
  }
}
