package dev.safebank.explore.runtime;

import dev.safebank.explore.memory.Location;
import dev.safebank.explore.operation.Action;

/** Threads of an execution that a test makes up step by step. */
public final class Contexts {

  private Contexts() {}

  /** A thread that has not done any step. */
  public static ThreadContext thread(int index, int threads) {
    return new ThreadContext(
        index, "thread " + index, new ThreadState(new Thread(() -> {})), true, threads);
  }

  /** The thread does a step that accesses one location. */
  public static void step(ThreadContext thread, Action action, Location location) {
    thread.pending().begin(action, 0).access(location, action != Action.READ);
    thread.beginStep();
  }
}
