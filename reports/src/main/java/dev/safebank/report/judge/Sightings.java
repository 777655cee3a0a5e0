package dev.safebank.report.judge;

import java.util.Set;

/** Describes where an outcome was observed. */
final class Sightings {

  private Sightings() {}

  /** The VM configurations in brackets, e.g. {@code (C1, C2)}; empty if there is none. */
  static String on(Set<String> configurations) {
    return configurations.isEmpty() ? "" : " (" + String.join(", ", configurations) + ")";
  }
}
