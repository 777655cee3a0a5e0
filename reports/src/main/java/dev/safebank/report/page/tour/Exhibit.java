package dev.safebank.report.page.tour;

import dev.safebank.model.Bank;
import dev.safebank.model.Promise;
import java.util.List;

/**
 * A variant that a chapter of the tour shows.
 *
 * @param variant its class
 * @param breaks the promises whose breaks are shown; none if it is shown as a right one
 */
record Exhibit(Class<? extends Bank> variant, List<Promise> breaks) {

  Exhibit {
    breaks = List.copyOf(breaks);
  }

  /** A variant that breaks these promises. */
  static Exhibit broken(Class<? extends Bank> variant, Promise... breaks) {
    return new Exhibit(variant, List.of(breaks));
  }

  /** A variant that breaks nothing. */
  static Exhibit right(Class<? extends Bank> variant) {
    return new Exhibit(variant, List.of());
  }

  /** The variant's name. */
  String name() {
    return variant.getSimpleName();
  }
}
