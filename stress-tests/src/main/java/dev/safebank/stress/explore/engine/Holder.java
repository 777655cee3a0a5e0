package dev.safebank.stress.explore.engine;

import java.util.Optional;

/**
 * Who holds a resource, and since where.
 *
 * @param actor index of the actor; {@link #MAIN} for the thread that sets up and reads the result
 * @param site where it was taken
 */
record Holder(int actor, int site) {

  static final int MAIN = -1;

  /** The actor's index, as a holder's; that of the main thread if there is none. */
  static int indexOf(Optional<Actor> actor) {
    return actor.map(a -> a.index).orElse(MAIN);
  }
}
