package dev.safebank.stress.explore.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The actors of one execution. */
final class Crew {

  private final List<Actor> actors = new ArrayList<>();

  /**
   * Takes on one more.
   *
   * @param most how many there can be in all
   */
  Actor add(String name, Thread identity, int most) {
    Actor actor = new Actor(actors.size(), name, identity, most);
    actors.add(actor);
    return actor;
  }

  Actor get(int index) {
    return actors.get(index);
  }

  List<Actor> all() {
    return actors;
  }

  /** The one that stands in for a thread. */
  Optional<Actor> of(Thread thread) {
    return actors.stream().filter(actor -> actor.identity == thread).findFirst();
  }

  /** Bit set of those that can move. */
  int enabled() {
    int enabled = 0;
    for (int i = 0; i < actors.size(); i++) {
      Actor actor = actors.get(i);
      if (!actor.finished && !actor.cut && actor.pending().isOpen()) {
        enabled |= 1 << i;
      }
    }
    return enabled != 0 ? enabled : lastResort();
  }

  private int lastResort() {
    int enabled = 0;
    for (Actor actor : actors) {
      if (!actor.finished && !actor.cut && actor.pending().isLastResort()) {
        enabled |= 1 << actor.index;
      }
    }
    return enabled;
  }

  /** Those that are not at their end, and cannot move. */
  List<Actor> waiting() {
    List<Actor> waiting = new ArrayList<>();
    for (Actor actor : actors) {
      if (!actor.finished && (actor.cut || !actor.pending().isOpen())) {
        waiting.add(actor);
      }
    }
    return waiting;
  }
}
