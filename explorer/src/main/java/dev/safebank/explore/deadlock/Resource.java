package dev.safebank.explore.deadlock;

import dev.safebank.explore.result.ResourceKind;
import java.util.List;
import java.util.Optional;

/** A resource that threads hold and wait for, such as a lock. */
public interface Resource {

  /** The thread that owns it alone, as the JVM's deadlock detection sees it. */
  Optional<Holder> owner();

  /** Everyone known to hold it, shared or alone. */
  List<Holder> holders();

  /** What kind of thing it is, to one who waits for it. */
  ResourceKind kind();
}
