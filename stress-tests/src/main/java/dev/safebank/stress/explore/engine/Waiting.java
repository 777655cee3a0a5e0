package dev.safebank.stress.explore.engine;

import java.util.List;
import java.util.Optional;

/** Who waits for whom. */
final class Waiting {

  private Waiting() {}

  /** What it means that none of the actors can move. */
  static Verdict verdict(List<Actor> actors) {
    boolean allFinished = true;
    for (Actor actor : actors) {
      if (actor.cut) {
        return Verdict.BOUNDED;
      }
      allFinished &= actor.finished;
    }
    if (allFinished) {
      return Verdict.FINISHED;
    }
    for (Actor actor : actors) {
      if (isInCycle(actor, actors)) {
        return Verdict.DEADLOCK;
      }
    }
    return Verdict.STUCK;
  }

  /** Whether it waits for an owner that waits for an owner… that waits for it: two at least. */
  private static boolean isInCycle(Actor start, List<Actor> actors) {
    Actor at = start;
    for (int length = 1; length <= actors.size(); length++) {
      int owner = ownerOfWhatHoldsUp(at);
      if (owner == Holder.MAIN) {
        return false;
      }
      at = actors.get(owner);
      if (at == start) {
        return length > 1;
      }
    }
    return false;
  }

  private static int ownerOfWhatHoldsUp(Actor actor) {
    if (actor.finished) {
      return Holder.MAIN;
    }
    Optional<Holder> owner = actor.pending().resource().flatMap(Resource::owner);
    return owner.map(Holder::actor).orElse(Holder.MAIN);
  }
}
