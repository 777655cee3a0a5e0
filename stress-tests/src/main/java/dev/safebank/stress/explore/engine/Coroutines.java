package dev.safebank.stress.explore.engine;

import java.util.function.IntSupplier;

/**
 * Actors that take turns: exactly one of them, or the main thread, runs at any time, and says
 * itself who goes on.
 */
interface Coroutines {

  /** The main thread's number. */
  int MAIN = -1;

  /**
   * Prepares an actor; it runs when control is first given to it.
   *
   * @param body returns who goes on when it is over
   */
  void prepare(int actor, IntSupplier body);

  /** The main thread gives control to an actor, and goes on when it gets it back. */
  void enter(int actor);

  /**
   * An actor gives control away, and goes on when it gets it back.
   *
   * @return false if this actor cannot be held up where it is now, and so keeps control
   */
  boolean transfer(int from, int to);

  /** Whether an actor that is not over yet must be run to its end before it is prepared again. */
  boolean mustUnwind();

  /** An actor that cannot be made to end gives control to the main thread, for good. */
  void abandon(int actor);

  /** Ends whatever the coroutines run on. */
  void close();

  /** Continuations where the JVM has them and lets us use them, threads elsewhere. */
  static Coroutines best() {
    return ContinuationCoroutines.available()
        ? new ContinuationCoroutines()
        : new ThreadCoroutines();
  }
}
