package dev.safebank.stress.explore.engine;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;

/** Calls to any {@code Lock}; one that the program implements itself is simply called. */
@CallsTo(Lock.class)
public final class LockCalls {

  private LockCalls() {}

  /** Stands in for {@link Lock#lock()}. */
  public static void lock(Lock lock, int site) {
    Optional<LockModel> model = model(lock);
    if (model.isEmpty()) {
      lock.lock();
      return;
    }
    try {
      model.get().lock(Steps.current(), Steps.actor(), false, site);
    } catch (InterruptedException never) {
      throw new IllegalStateException("interrupted where that is not possible", never);
    }
  }

  /** Stands in for {@link Lock#lockInterruptibly()}. */
  public static void lockInterruptibly(Lock lock, int site) throws InterruptedException {
    Optional<LockModel> model = model(lock);
    if (model.isEmpty()) {
      lock.lockInterruptibly();
      return;
    }
    model.get().lock(Steps.current(), Steps.actor(), true, site);
  }

  /** Stands in for {@link Lock#tryLock()}. */
  public static boolean tryLock(Lock lock, int site) {
    Optional<LockModel> model = model(lock);
    return model.isEmpty()
        ? lock.tryLock()
        : model.get().tryLock(Steps.current(), Steps.actor(), site);
  }

  /**
   * Stands in for {@link Lock#tryLock(long, TimeUnit)}: how long it waits is the scheduler's
   * choice, so that it comes too late is one of the interleavings.
   */
  public static boolean tryLock(Lock lock, long time, TimeUnit unit, int site)
      throws InterruptedException {
    Optional<LockModel> model = model(lock);
    if (model.isEmpty()) {
      return lock.tryLock(time, unit);
    }
    Interrupts.check(Steps.current(), Steps.actor(), site);
    return model.get().tryLock(Steps.current(), Steps.actor(), site);
  }

  /** Stands in for {@link Lock#unlock()}. */
  public static void unlock(Lock lock, int site) {
    Optional<LockModel> model = model(lock);
    if (model.isEmpty()) {
      lock.unlock();
    } else {
      model.get().unlock(Steps.current(), Steps.actor(), site);
    }
  }

  /** Stands in for {@link Lock#newCondition()}. */
  public static Condition newCondition(Lock lock, int site) {
    Condition condition = lock.newCondition();
    if (model(lock).orElse(null) instanceof Mutex mutex) {
      return new Models(Steps.current()).condition(condition, mutex);
    }
    Steps.uncontrolled(site);
    return condition;
  }

  private static Optional<LockModel> model(Lock lock) {
    return Steps.current() == null ? Optional.empty() : new Models(Steps.current()).lock(lock);
  }
}
