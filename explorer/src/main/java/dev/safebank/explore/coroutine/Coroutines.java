package dev.safebank.explore.coroutine;

import java.util.function.BiConsumer;
import java.util.function.IntSupplier;

/**
 * Coroutines for the actors: exactly one of them, or the main thread, runs at any time, and
 * transfers control explicitly.
 */
public interface Coroutines {

  /** The main thread's number. */
  int MAIN = -1;

  /**
   * Prepares an actor; it runs when control is first given to it.
   *
   * @param body returns the actor that gets control when it has ended
   */
  void prepare(int actor, IntSupplier body);

  /**
   * Transfers control from the main thread to an actor; returns when the main thread has it again.
   */
  void enter(int actor);

  /**
   * Transfers control from an actor to another; returns when the actor has it again.
   *
   * @return false if this actor cannot be suspended where it is now, and so keeps control
   */
  boolean transfer(int from, int to);

  /** Whether an actor that is not over yet must be run to its end before it is prepared again. */
  boolean mustUnwind();

  /** Transfers control from an actor that does not end to the main thread, for good. */
  void abandon(int actor);

  /** The thread that runs the coroutine in control; can be called by any thread. */
  Thread carrier();

  /**
   * Ends the threads of the coroutines; can be called by any thread. An actor that waits for
   * control returns as if it had got it, and so does the main thread.
   */
  void close();

  /**
   * Threads, which work on every JVM.
   *
   * @param threads runs this on a thread of this name
   */
  static Coroutines onThreads(BiConsumer<Runnable, String> threads) {
    return new ThreadCoroutines(threads);
  }

  /** Continuations where the JVM has them and exports them, threads elsewhere. */
  static Coroutines best(BiConsumer<Runnable, String> threads) {
    return ContinuationCoroutines.available()
        ? new ContinuationCoroutines()
        : new ThreadCoroutines(threads);
  }
}
