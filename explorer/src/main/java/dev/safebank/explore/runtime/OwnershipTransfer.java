package dev.safebank.explore.runtime;

import dev.safebank.explore.finding.ExplorationState;
import dev.safebank.explore.memory.Location;
import dev.safebank.explore.operation.Action;
import dev.safebank.explore.site.AccessMode;
import java.util.List;
import java.util.OptionalInt;

/**
 * Decides when a release write may be treated as a volatile one, that is, when the sequentially
 * consistent interleavings still cover all behaviours.
 *
 * <p>That is so when a location is used as a lock: an actor takes ownership by an atomic step that
 * replaces the value by a marker, and gives it up by a release write. The write may become visible
 * late. But an actor that reads the marker in the meantime only goes round a spin loop once more,
 * without effect, and one that reads the value that was written comes after the write. So no actor
 * can tell a late write from one in time. (Release order is enough for the release of a lock; what
 * a failed attempt to acquire it reveals is the exception: Boehm, Adve, <i>Foundations of the C++
 * concurrency memory model</i>, PLDI 2008, section 3.)
 *
 * <p>An actor that reads the marker and does anything else than try again can tell: then the write
 * counts as a release.
 */
public final class OwnershipTransfer {

  private OwnershipTransfer() {}

  /** Whether such an access could give up ownership, which is known only once it is made. */
  public static boolean mayBe(Action action, AccessMode mode) {
    return action == Action.WRITE && mode == AccessMode.ACQUIRE_RELEASE;
  }

  /** Records an access to a location that is visible to others. */
  static void onAccess(
      ExplorationState findings,
      ThreadContext actor,
      Location location,
      Action action,
      AccessMode mode,
      int site) {
    boolean own = location.taker == actor.index;
    if (action == Action.READ) {
      if (location.taker != Location.NONE && !own) {
        actor.loops.recordReadWhileTaken(location);
      }
      return;
    }
    if (mayBe(action, mode)) {
      if (own) {
        location.handedBackAt = OptionalInt.of(site);
      } else {
        findings.relaxed(site);
      }
    }
    location.taker =
        action == Action.UPDATE && mode == AccessMode.VOLATILE ? actor.index : Location.NONE;
  }

  /**
   * At the end of an execution, reports the releases whose marker an actor has read and acted upon.
   */
  static void onExecutionEnd(ExplorationState findings, List<ThreadContext> actors) {
    for (ThreadContext actor : actors) {
      for (Location location : actor.loops.readWhileTaken()) {
        location.handedBackAt.ifPresent(findings::relaxed);
      }
    }
  }
}
