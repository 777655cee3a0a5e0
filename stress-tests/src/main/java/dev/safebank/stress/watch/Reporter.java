package dev.safebank.stress.watch;

import dev.safebank.stress.evidence.Blockage;
import java.util.function.Supplier;

/** What becomes of the watchdog's findings. */
interface Reporter {

  /**
   * Takes note of a blockage.
   *
   * @param blockage describes it; to be asked at once, or not at all
   */
  void found(Blockage.Kind kind, Supplier<Blockage> blockage);

  /** Ends this JVM: the blockage cannot be resolved. */
  void unresolvable(Blockage blockage);
}
