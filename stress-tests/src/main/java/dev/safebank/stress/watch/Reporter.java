package dev.safebank.stress.watch;

import dev.safebank.stress.evidence.Blockage;

/** What becomes of the watchdog's findings. */
interface Reporter {

  /** Keeps a blockage as evidence, if it is the first of its kind. */
  void found(Blockage blockage);

  /** Ends this JVM: the blockage cannot be resolved. */
  void unresolvable(Blockage blockage);
}
