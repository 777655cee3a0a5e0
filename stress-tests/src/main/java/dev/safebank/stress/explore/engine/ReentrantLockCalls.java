package dev.safebank.stress.explore.engine;

import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** Calls that only a {@code ReentrantLock} has. */
@CallsTo(ReentrantLock.class)
public final class ReentrantLockCalls {

  private ReentrantLockCalls() {}

  /** Stands in for {@link ReentrantLock#isLocked()}. */
  public static boolean isLocked(ReentrantLock lock, int site) {
    Mutex mutex = mutex(lock);
    Optional<Actor> actor = Steps.actor();
    if (actor.isPresent()) {
      actor.get().pending().be(Action.READ, site).touch(mutex.location(), false);
      Steps.current().touches().await(actor.get(), mutex.location(), site);
    }
    return !mutex.isFree();
  }

  /** Stands in for {@link ReentrantLock#isHeldByCurrentThread()}: nobody else can feel that. */
  public static boolean isHeldByCurrentThread(ReentrantLock lock, int site) {
    return mutex(lock).isHeldBy(Steps.actor());
  }

  /** Stands in for {@link ReentrantLock#getHoldCount()}: nobody else can feel that. */
  public static int getHoldCount(ReentrantLock lock, int site) {
    Mutex mutex = mutex(lock);
    return mutex.isHeldBy(Steps.actor()) ? mutex.holds() : 0;
  }

  private static Mutex mutex(ReentrantLock lock) {
    return (Mutex) new Models(Steps.current()).lock(lock).orElseThrow();
  }
}
