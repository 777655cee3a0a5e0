package dev.safebank.report.page;

import dev.safebank.console.text.NumberFormats;
import dev.safebank.evidence.cost.BenchmarkResult;
import dev.safebank.report.cost.BenchmarkResults;
import dev.safebank.report.page.diagram.Chart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The measured costs of a variant, as its page shows them.
 *
 * @param costs the run that measured it
 * @param charts its measurements, drawn beside the baseline's
 * @param figures each measurement
 */
public record VariantCost(
    BenchmarkResults costs, List<Chart> charts, List<CostSection.Cost> figures) {

  static Optional<VariantCost> of(BenchmarkResults costs, String variant) {
    List<BenchmarkResult> measured = costs.of(variant);
    if (measured.isEmpty()) {
      return Optional.empty();
    }
    List<Chart> charts = new ArrayList<>();
    if (costs.trafficByThreads(variant).size() > 1) {
      charts.add(Chart.of(
          "Calls a second against threads (%s, %d%% validations)"
              .formatted(
                  NumberFormats.count(costs.run().accounts(), "account"),
                  costs.run().validations()),
          "threads",
          "calls a second",
          series(costs, variant, true),
          BenchmarkResult::threads,
          false));
    }
    if (costs.validateByAccounts(variant).size() > 1) {
      charts.add(Chart.of(
          "Time of a validation against accounts (both logarithmic)",
          "accounts",
          "nanoseconds",
          series(costs, variant, false),
          BenchmarkResults::accounts,
          true));
    }
    return Optional.of(
        new VariantCost(costs, charts, measured.stream().map(CostSection::cost).toList()));
  }

  private static List<Chart.Series> series(
      BenchmarkResults costs, String variant, boolean traffic) {
    List<Chart.Series> series = new ArrayList<>();
    series.add(new Chart.Series(variant, "own", measurements(costs, variant, traffic)));
    if (!variant.equals(BenchmarkResults.BASELINE)) {
      series.add(new Chart.Series(
          BenchmarkResults.BASELINE,
          "baseline",
          measurements(costs, BenchmarkResults.BASELINE, traffic)));
    }
    return series;
  }

  private static List<BenchmarkResult> measurements(
      BenchmarkResults costs, String variant, boolean traffic) {
    return traffic ? costs.trafficByThreads(variant) : costs.validateByAccounts(variant);
  }
}
