package dev.safebank.report.page;

import java.util.List;
import java.util.Optional;

/**
 * The content of a report that is one file.
 *
 * @param index what the index shows
 * @param tour what the tour shows; empty if none of its variants was run
 * @param variants what the pages of the variants show, in teaching order
 */
public record SinglePage(IndexPage index, Optional<TourPage> tour, List<VariantPage> variants) {

  public SinglePage {
    variants = List.copyOf(variants);
  }
}
