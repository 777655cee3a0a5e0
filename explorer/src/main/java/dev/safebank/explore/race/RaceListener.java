package dev.safebank.explore.race;

/** Receives the data races that an {@link AccessHistory} detects (JLS 17.4.5). */
@FunctionalInterface
public interface RaceListener {

  /**
   * Called when an earlier access conflicts with the present one and is not ordered with it by
   * happens-before.
   *
   * @param first index of the thread that made the earlier access
   */
  void found(int first, int firstSite, boolean firstWrites);
}
