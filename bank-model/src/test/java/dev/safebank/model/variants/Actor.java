package dev.safebank.model.variants;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** A thread that makes one call, and the result of that call. */
final class Actor<T> {

  private final FutureTask<T> call;
  private final Thread thread;

  private Actor(FutureTask<T> call) {
    this.call = call;
    this.thread = new Thread(call, "actor");
    thread.setDaemon(true);
  }

  static <T> Actor<T> start(Callable<T> call) {
    Actor<T> actor = new Actor<>(new FutureTask<>(call));
    actor.thread.start();
    return actor;
  }

  /** Polls the actor until it waits for a lock; returns WAITING or BLOCKED. */
  Thread.State awaitWaiting() {
    while (!Thread.interrupted()) {
      Thread.State state = thread.getState();
      if (state == Thread.State.WAITING || state == Thread.State.BLOCKED) {
        return state;
      }
      if (state == Thread.State.TERMINATED) {
        throw new AssertionError("expected to wait, but " + outcome());
      }
      Thread.onSpinWait();
    }
    throw new AssertionError("the call neither waited nor ended in time");
  }

  /** Polls the actor until it waits for a lock or has ended, at most {@code polls} times. */
  void awaitWaitingOrEnd(int polls) {
    for (int poll = 0; poll < polls; poll++) {
      switch (thread.getState()) {
        case WAITING, BLOCKED, TERMINATED -> {
          return;
        }
        default -> Thread.onSpinWait();
      }
    }
  }

  long threadId() {
    return thread.getId();
  }

  void interrupt() {
    thread.interrupt();
  }

  /** Returns what the call returned; throws what it threw. */
  T result() throws Exception {
    try {
      return call.get();
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof Exception cause) {
        throw cause;
      }
      throw failure;
    } catch (InterruptedException timeout) {
      throw new AssertionError("the call did not end in time", timeout);
    }
  }

  private String outcome() {
    try {
      return "returned " + result();
    } catch (Exception failure) {
      return "threw " + failure;
    }
  }
}
