package dev.safebank.report.page;

import dev.safebank.report.cost.Answers;
import dev.safebank.report.cost.Costs;
import dev.safebank.report.cost.Measurement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the index says of the price.
 *
 * @param costs the measurements
 * @param threads how many the table is about
 * @param rows a row per variant measured
 * @param answers the questions of the story, answered
 */
public record CostSection(
    Costs costs, int threads, List<CostRow> rows, List<Answers.Answer> answers) {

  /**
   * A variant's price.
   *
   * @param variant its name
   * @param href its page; empty if it has none
   * @param traffic calls a second
   * @param relative the same, of the yardstick's
   * @param validate time of a validation
   * @param relativeValidate the same, of the yardstick's
   */
  public record CostRow(
      String variant,
      Optional<String> href,
      Cost traffic,
      String relative,
      Cost validate,
      String relativeValidate) {}

  /**
   * A figure.
   *
   * @param figure with its error
   * @param run what finds it in JMH's own file
   */
  public record Cost(String figure, String run) {}

  private static final Cost NONE = new Cost("–", "not measured");

  static CostSection of(Costs costs, Links links) {
    int threads = costs.mostThreads();
    List<CostRow> rows = costs.variants().stream()
        .map(variant -> new CostRow(
            variant,
            links.has(variant) ? Optional.of(links.fromIndex(variant)) : Optional.empty(),
            traffic(costs, variant, threads).map(CostSection::cost).orElse(NONE),
            relative(traffic(costs, variant, threads), traffic(costs, Costs.YARDSTICK, threads)),
            validate(costs, variant).map(CostSection::cost).orElse(NONE),
            relative(validate(costs, variant), validate(costs, Costs.YARDSTICK))))
        .toList();
    return new CostSection(costs, threads, rows, Answers.of(costs));
  }

  private static Optional<Measurement> traffic(Costs costs, String variant, int threads) {
    return costs.traffic(variant, threads, Costs.ACCOUNTS, Costs.VALIDATIONS);
  }

  private static Optional<Measurement> validate(Costs costs, String variant) {
    return costs.validateByAccounts(variant).stream()
        .filter(m -> m.parameter("accounts").equals(Integer.toString(Costs.ACCOUNTS)))
        .findFirst();
  }

  static Cost cost(Measurement m) {
    String error = m.error().map(e -> String.format(Locale.ROOT, " ± %,.0f", e)).orElse("");
    String format = m.score() < 100 && m.error().isEmpty() ? "%,.1f%s %s" : "%,.0f%s %s";
    return new Cost(String.format(Locale.ROOT, format, m.score(), error, m.unit()), m.run());
  }

  private static String relative(Optional<Measurement> own, Optional<Measurement> yardstick) {
    return own.flatMap(m -> yardstick.map(y -> ratio(m, y))).orElse("–");
  }

  private static String ratio(Measurement own, Measurement yardstick) {
    double ratio = own.score() / yardstick.score();
    double relativeError =
        own.error().orElse(0.0) / own.score() + yardstick.error().orElse(0.0) / yardstick.score();
    String error =
        relativeError == 0 ? "" : String.format(Locale.ROOT, " ± %.2f", ratio * relativeError);
    return String.format(Locale.ROOT, "%.2f%s×", ratio, error);
  }
}
