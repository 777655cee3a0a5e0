package dev.safebank.report.judge;

import dev.safebank.console.text.NumberFormats;
import dev.safebank.model.Promise;
import dev.safebank.report.verdict.CellVerdict;
import dev.safebank.report.verdict.OutcomeVerdict;
import dev.safebank.report.verdict.fleet.FleetInfo;
import dev.safebank.report.verdict.fleet.PlatformInfo;
import java.util.Comparator;
import java.util.List;

/**
 * The samples of a promise on one of several platforms. A promise that holds on one may break on
 * another, so samples of several platforms must not be added up.
 *
 * @param platform its name
 * @param samples taken there, in the scenarios that can break the promise
 * @param violations samples among them that broke it
 */
record PlatformCount(String platform, long samples, long violations) {

  /** The counts of each platform. */
  static List<PlatformCount> of(FleetInfo fleet, List<CellVerdict> cells, Promise promise) {
    return fleet.platforms().stream()
        .map(PlatformInfo::name)
        .map(name -> new PlatformCount(
            name,
            cells.stream()
                .flatMap(cell -> cell.outcomes().stream())
                .mapToLong(outcome -> on(fleet, name, outcome))
                .sum(),
            cells.stream()
                .flatMap(cell -> cell.outcomes().stream())
                .filter(outcome -> outcome.breaks().contains(promise))
                .mapToLong(outcome -> on(fleet, name, outcome))
                .sum()))
        .toList();
  }

  private static long on(FleetInfo fleet, String platform, OutcomeVerdict outcome) {
    return fleet.byPlatform(outcome.configurations()).get(platform);
  }

  /**
   * The platform that a promise is judged by: the one that broke it most often, or else the one
   * with the fewest samples, so that what is said of the promise holds on each that has any.
   */
  static PlatformCount telling(List<PlatformCount> counts) {
    Comparator<PlatformCount> order = Comparator.comparing(PlatformCount::violations)
        .reversed()
        .thenComparing(count -> count.samples() == 0)
        .thenComparing(PlatformCount::samples)
        .thenComparing(PlatformCount::platform);
    return counts.stream().min(order).orElseThrow();
  }

  /** The counts as a sentence. */
  String words() {
    return "On %s: %s, of which %s broke it."
        .formatted(
            platform,
            NumberFormats.count(samples, "sample"),
            violations == 0 ? "none" : NumberFormats.count(violations));
  }
}
