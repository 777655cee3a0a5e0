package dev.safebank.stress.explore.engine;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Tells when a release write is as good as a volatile one, so that interleavings are still all that
 * there is.
 *
 * <p>That is when a location is used as a lock: an actor takes it, by an atomic step that puts a
 * mark in place of what was there, and hands it back by a release write. The write may become
 * visible late. But an actor that finds the mark meanwhile goes round a loop in vain, which it
 * might as well not have done; and one that finds what was handed back comes after the write. So
 * nobody can tell the late write from one in time. (A lock's release needs no more than release
 * order, and what a failed attempt to take one gives away is the exception: Boehm, Adve,
 * <i>Foundations of the C++ concurrency memory model</i>, PLDI 2008, section 3.)
 *
 * <p>An actor that finds the mark and does anything else than try again can tell: then the release
 * counts as what it is.
 */
final class Handovers {

  private Handovers() {}

  /** Whether such an access could hand something back; what it is shows when it is made. */
  static boolean mayBe(Action action, Mode mode) {
    return action == Action.WRITE && mode == Mode.ACQUIRE_RELEASE;
  }

  /** The actor accesses the location, in a step that others can feel. */
  static void accessed(
      Execution execution, Actor actor, Location location, Action action, Mode mode, int site) {
    boolean own = location.taker.filter(taker -> taker == actor).isPresent();
    if (action == Action.READ) {
      if (location.taker.isPresent() && !own) {
        actor.loops.peeks(location);
      }
      return;
    }
    if (mayBe(action, mode)) {
      if (own) {
        location.handedBackAt = OptionalInt.of(site);
      } else {
        execution.findings().relaxed(site);
      }
    }
    location.taker =
        action == Action.UPDATE && mode == Mode.VOLATILE ? Optional.of(actor) : Optional.empty();
  }

  /** An execution has come to its end: who saw a mark, and made something of it? */
  static void over(Execution execution, List<Actor> actors) {
    for (Actor actor : actors) {
      for (Location location : actor.loops.seenTaken()) {
        location.handedBackAt.ifPresent(execution.findings()::relaxed);
      }
    }
  }
}
