package dev.safebank.explore.race;

/** Called just before a {@link ThreadClock} changes. */
@FunctionalInterface
public interface EpochListener {

  /** Called before the thread synchronizes, so that accesses which go on are recorded once more. */
  void epochEnds();
}
