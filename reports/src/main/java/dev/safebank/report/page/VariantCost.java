package dev.safebank.report.page;

import dev.safebank.report.cost.Costs;
import dev.safebank.report.cost.Measurement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a variant's page says of its price.
 *
 * @param costs the run that measured it
 * @param charts its measurements, drawn beside the yardstick's
 * @param figures each measurement
 */
public record VariantCost(Costs costs, List<Chart> charts, List<CostSection.Cost> figures) {

  static Optional<VariantCost> of(Costs costs, String variant) {
    List<Measurement> measured = costs.of(variant);
    if (measured.isEmpty()) {
      return Optional.empty();
    }
    List<Chart> charts = new ArrayList<>();
    if (costs.trafficByThreads(variant).size() > 1) {
      charts.add(Chart.of(
          "Calls a second against threads (1,024 accounts, 1% validations)",
          "threads", "calls a second", series(costs, variant, true), Measurement::threads, false));
    }
    if (costs.validateByAccounts(variant).size() > 1) {
      charts.add(Chart.of(
          "Time of a validation against accounts (both logarithmic)",
          "accounts",
          "nanoseconds",
          series(costs, variant, false),
          m -> Double.parseDouble(m.parameter("accounts")),
          true));
    }
    return Optional.of(
        new VariantCost(costs, charts, measured.stream().map(CostSection::cost).toList()));
  }

  private static List<Chart.Series> series(Costs costs, String variant, boolean traffic) {
    List<Chart.Series> series = new ArrayList<>();
    series.add(new Chart.Series(variant, "own", measurements(costs, variant, traffic)));
    if (!variant.equals(Costs.YARDSTICK)) {
      series.add(new Chart.Series(
          Costs.YARDSTICK, "yardstick", measurements(costs, Costs.YARDSTICK, traffic)));
    }
    return series;
  }

  private static List<Measurement> measurements(Costs costs, String variant, boolean traffic) {
    return traffic ? costs.trafficByThreads(variant) : costs.validateByAccounts(variant);
  }
}
