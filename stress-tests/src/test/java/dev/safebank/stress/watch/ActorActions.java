package dev.safebank.stress.watch;

import dev.safebank.stress.watch.WatchedActors.Action;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Lock;

/** What actors do with locks, in tests of the watchdog. */
final class ActorActions {

  private ActorActions() {}

  /** Takes the lock and gives it back. */
  static Action take(Lock lock) {
    return () -> {
      lock.lockInterruptibly();
      lock.unlock();
      return "took";
    };
  }

  /** Takes one lock; then, when the other actor has done so too, the other. */
  static Action takeBoth(Lock one, CyclicBarrier bothHoldOne, Lock other) {
    return () -> {
      one.lockInterruptibly();
      try {
        bothHoldOne.await();
        other.lockInterruptibly();
        other.unlock();
        return "took both";
      } finally {
        one.unlock();
      }
    };
  }

  /** Spins until the flag is set. */
  static Action runUntil(AtomicBoolean over) {
    return () -> {
      while (!over.get()) {
        Thread.onSpinWait();
      }
      return "over";
    };
  }
}
