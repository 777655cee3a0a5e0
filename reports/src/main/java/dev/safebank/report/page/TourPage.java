package dev.safebank.report.page;

import dev.safebank.report.cost.CostReport;
import dev.safebank.report.page.link.Links;
import dev.safebank.report.page.tour.Tour;
import dev.safebank.report.verdict.Verdicts;
import java.util.List;
import java.util.Optional;

/**
 * The content of the tour page.
 *
 * @param tour the story
 * @param cost what its variants cost; empty if nothing was measured
 * @param links where the other pages are
 */
public record TourPage(Tour tour, Optional<CostSection> cost, Links links) {

  static Optional<TourPage> of(Verdicts verdicts, CostReport price, Links links) {
    return Tour.of(verdicts, price, links)
        .map(tour -> new TourPage(
            tour, price.benchmarks().map(costs -> CostSection.of(costs, links)), links));
  }

  /** The prices of the variants that the tour shows, in its order. */
  public List<CostSection.CostRow> prices() {
    return Tour.variants().stream()
        .flatMap(name -> cost.stream()
            .flatMap(section -> section.rows().stream())
            .filter(row -> row.variant().equals(name)))
        .toList();
  }

  /** The variants of the tour that have no price. */
  public List<String> unpriced() {
    List<String> priced = prices().stream().map(CostSection.CostRow::variant).toList();
    return Tour.variants().stream().filter(name -> !priced.contains(name)).toList();
  }
}
