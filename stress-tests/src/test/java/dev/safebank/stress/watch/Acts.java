package dev.safebank.stress.watch;

import dev.safebank.stress.watch.Rehearsal.Act;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Lock;

/** What actors do with locks, in tests of the watchdog. */
final class Acts {

  private Acts() {}

  /** Takes the lock and gives it back. */
  static Act take(Lock lock) {
    return () -> {
      lock.lockInterruptibly();
      lock.unlock();
      return "took";
    };
  }

  /** Takes one lock; then, when the other actor has done so too, the other. */
  static Act takeBoth(Lock one, CyclicBarrier bothHoldOne, Lock other) {
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

  /** Runs until told that it is over. */
  static Act runUntil(AtomicBoolean over) {
    return () -> {
      while (!over.get()) {
        Thread.onSpinWait();
      }
      return "over";
    };
  }
}
