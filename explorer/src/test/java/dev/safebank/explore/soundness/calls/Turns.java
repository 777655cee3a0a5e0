package dev.safebank.explore.soundness.calls;

import java.util.concurrent.locks.LockSupport;

/**
 * Lets one of two threads run at a time, and changes turns at pause points that are planned. One
 * that waits for the other, inside the JDK, loses its turn.
 */
final class Turns {

  private static final int SPINS = 200;
  private static final int PAUSES_AWAKE = 2 * SPINS;
  private static final long PAUSE_NANOS = 20_000;

  /** More pause points than any call has that does not wait for another thread. */
  private static final int LONGEST_TURN = 20_000;

  private final int[] plan;
  private int next;
  private int left;
  private int inTurn;
  private volatile int turn;
  private volatile boolean over;

  private final Thread[] threads = new Thread[2];
  private final boolean[] pausing = new boolean[2];
  private final int[] reached = new int[2];
  private volatile int arrived;
  private volatile int finished;

  /**
   * @param first who has the first turn
   * @param plan after how many pause points turns change, each time; the last turn lasts
   */
  Turns(int first, int... plan) {
    this.turn = first;
    this.plan = plan;
    this.left = plan.length == 0 ? Integer.MAX_VALUE : plan[0];
  }

  /** A thread is there; returns when both are and it has the turn. */
  void begin(int self) {
    synchronized (this) {
      threads[self] = Thread.currentThread();
      arrived++;
    }
    pausing[self] = true;
    for (int i = 0; arrived < 2 && !over; i++) {
      pause(i);
    }
    await(self);
    pausing[self] = false;
  }

  /** The thread is at a pause point. */
  void reached(int self) {
    if (pausing[self] || over) {
      return;
    }
    pausing[self] = true;
    reached[self]++;
    if (turn == self) {
      if (--left < 0) {
        next++;
        left = next < plan.length ? plan[next] : Integer.MAX_VALUE;
        give(self);
      } else if (++inTurn > LONGEST_TURN) {
        give(self); // It spins until the other has done something (AQS since JDK 21).
      }
    }
    await(self);
    pausing[self] = false;
  }

  private void give(int self) {
    inTurn = 0;
    turn = 1 - self;
  }

  /** The thread has done what it was to do; returns when the other has, too. */
  void end(int self) {
    pausing[self] = true;
    synchronized (this) {
      finished |= 1 << self;
    }
    turn = 1 - self;
    for (int i = 0; finished != 3 && !over; i++) {
      pause(i);
    }
  }

  private void await(int self) {
    int pauses = 0;
    while (turn != self && !over) {
      pause(pauses++);
      if (pauses % 8 == 0 && (hasFinished(1 - self) || isWaiting(1 - self))) {
        turn = self;
      }
    }
    if (pauses > PAUSES_AWAKE) {
      // One that slept may have used up the permit with which the other thread woke this one inside
      // the JDK. A permit too many does no harm: a park may end for no reason.
      LockSupport.unpark(Thread.currentThread());
    }
  }

  @SuppressWarnings("ThreadPriorityCheck") // Nothing rests on it: it only makes runs quicker.
  private static void pause(int i) {
    if (i < SPINS) {
      Thread.onSpinWait();
    } else if (i < PAUSES_AWAKE) {
      Thread.yield();
    } else {
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private boolean hasFinished(int thread) {
    return (finished & 1 << thread) != 0;
  }

  /** Whether a thread waits for something other than its turn. */
  private boolean isWaiting(int thread) {
    if (pausing[thread]) {
      return false;
    }
    Thread.State state = threads[thread].getState();
    return state != Thread.State.RUNNABLE && !pausing[thread];
  }

  boolean isOver() {
    return over || finished == 3;
  }

  /** Whether whoever has not finished waits inside the JDK without a limit in time. */
  boolean isStuck() {
    if (arrived < 2 || isOver()) {
      return false;
    }
    for (int thread = 0; thread < 2; thread++) {
      if (!hasFinished(thread) && (pausing[thread] || !isBlocked(threads[thread].getState()))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isBlocked(Thread.State state) {
    return state == Thread.State.WAITING || state == Thread.State.BLOCKED;
  }

  /** Nobody waits for a turn any more. */
  void abandon() {
    over = true;
  }

  /** How many pause points a thread has come to. */
  int reachedBy(int thread) {
    return reached[thread];
  }
}
