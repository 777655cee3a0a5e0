package dev.safebank.explore.runtime;

import dev.safebank.explore.memory.Location;
import dev.safebank.explore.operation.Action;
import java.util.ArrayList;
import java.util.List;

/**
 * A call into code that is not instrumented, from its beginning to its end. Its callbacks into the
 * program have steps of their own.
 */
public class OpenCall {

  private final int site;
  private final List<Object> operands;
  private final List<Location> locations = new ArrayList<>(2);
  private final List<Boolean> writes = new ArrayList<>(2);
  private boolean indivisible;

  /** @param operands receiver and arguments; primitive ones and none at all are left out */
  protected OpenCall(int site, List<Object> operands) {
    this.site = site;
    this.operands = operands;
  }

  public final int site() {
    return site;
  }

  public final List<Object> operands() {
    return operands;
  }

  /** The call goes on accessing a location, in a way that may race, until it is over. */
  public final void accesses(Location location, boolean write) {
    locations.add(location);
    writes.add(write);
  }

  /** The call must be one step: its callbacks must not have any. */
  public final void mustNotStep() {
    indivisible = true;
  }

  public final boolean isIndivisible() {
    return indivisible;
  }

  /** Whether nothing needs to be remembered of the call. */
  public boolean isTrivial() {
    return locations.isEmpty() && !indivisible;
  }

  final void recordAccesses(MemoryAccessTracker touches, ThreadContext actor) {
    for (int i = 0; i < locations.size(); i++) {
      touches.record(actor, locations.get(i), writes.get(i) ? Action.WRITE : Action.READ, site);
    }
  }
}
