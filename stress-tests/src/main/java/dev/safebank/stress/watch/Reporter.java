package dev.safebank.stress.watch;

import dev.safebank.evidence.Blockage;
import dev.safebank.evidence.BlockageKind;
import java.util.function.Supplier;

/** Receives what the watchdog finds. */
interface Reporter {

  /**
   * Actors are blocked, and one is about to be interrupted; or they have been inside their calls
   * for long, and it is not known why.
   *
   * @param blockage describes them; it may be called only before this method returns
   */
  void found(BlockageKind kind, Supplier<Blockage> blockage);

  /** Actors never come back, and no interrupt ends that: ends this JVM. */
  void unresolvable(Blockage blockage);
}
