package dev.safebank.stress.explore.engine;

import java.util.List;
import java.util.Optional;

/** Something that actors hold and wait for. */
interface Resource {

  /** Where its state lives. */
  Location location();

  /** The thread that owns it alone, as the JVM's deadlock detection sees it. */
  Optional<Holder> owner();

  /** Everyone known to hold it, shared or alone. */
  List<Holder> holders();

  /** What it is, in words: {@code lock}, {@code monitor}, {@code read lock}… */
  String kind();
}
