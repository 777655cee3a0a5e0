package dev.safebank.explore.hook.substitute;

import dev.safebank.explore.runtime.CurrentExecution;
import dev.safebank.explore.synchronizer.LockModel;
import dev.safebank.explore.synchronizer.SynchronizerModels;
import dev.safebank.explore.synchronizer.WaitMode;
import dev.safebank.explore.thread.Interrupts;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;

/** Calls to any {@code Lock}; one that the program implements itself is simply called. */
@Substitutes(Lock.class)
public final class LockSubstitutes {

  private LockSubstitutes() {}

  /** Stands in for {@link Lock#lock()}. */
  public static void lock(Lock lock, int site) {
    Optional<LockModel> model = model(lock);
    if (model.isEmpty()) {
      lock.lock();
      return;
    }
    try {
      model
          .get()
          .lock(CurrentExecution.get(), CurrentExecution.thread(), WaitMode.UNINTERRUPTIBLE, site);
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
    model
        .get()
        .lock(CurrentExecution.get(), CurrentExecution.thread(), WaitMode.INTERRUPTIBLE, site);
  }

  /** Stands in for {@link Lock#tryLock()}. */
  public static boolean tryLock(Lock lock, int site) {
    Optional<LockModel> model = model(lock);
    return model.isEmpty()
        ? lock.tryLock()
        : model.get().tryLock(CurrentExecution.get(), CurrentExecution.thread(), site);
  }

  /**
   * Stands in for {@link Lock#tryLock(long, TimeUnit)}: how long it waits is the scheduler's
   * choice.
   */
  public static boolean tryLock(Lock lock, long time, TimeUnit unit, int site)
      throws InterruptedException {
    Optional<LockModel> model = model(lock);
    if (model.isEmpty()) {
      return lock.tryLock(time, unit);
    }
    if (unit.toNanos(time) > 0) {
      return model
          .get()
          .lock(CurrentExecution.get(), CurrentExecution.thread(), WaitMode.TIMED, site);
    }
    Interrupts.check(CurrentExecution.get(), CurrentExecution.thread(), site);
    return model.get().tryLock(CurrentExecution.get(), CurrentExecution.thread(), site);
  }

  /** Stands in for {@link Lock#unlock()}. */
  public static void unlock(Lock lock, int site) {
    Optional<LockModel> model = model(lock);
    if (model.isEmpty()) {
      lock.unlock();
    } else {
      model.get().unlock(CurrentExecution.get(), CurrentExecution.thread(), site);
    }
  }

  /** Stands in for {@link Lock#newCondition()}. */
  public static Condition newCondition(Lock lock, int site) {
    Condition condition = lock.newCondition();
    return model(lock)
        .map(model -> new SynchronizerModels(CurrentExecution.get()).condition(condition, model))
        .orElse(condition);
  }

  private static Optional<LockModel> model(Lock lock) {
    return CurrentExecution.get() == null
        ? Optional.empty()
        : new SynchronizerModels(CurrentExecution.get()).lock(lock);
  }
}
