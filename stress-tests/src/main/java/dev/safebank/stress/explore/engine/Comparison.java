package dev.safebank.stress.explore.engine;

import java.util.Optional;

/**
 * A compare-and-set whose result is not known yet.
 *
 * @param location what is compared and perhaps set; empty if no one else can feel it
 * @param weak whether it may fail although it need not
 */
record Comparison(Optional<Location> location, Mode mode, int site, boolean weak) {

  static final Comparison NONE = new Comparison(Optional.empty(), Mode.PLAIN, 0, false);
}
