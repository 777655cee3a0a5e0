package dev.safebank.explore.hook.substitute;

import dev.safebank.explore.runtime.CurrentExecution;
import dev.safebank.explore.synchronizer.StampedLockModel;
import dev.safebank.explore.synchronizer.StampedLockView;
import dev.safebank.explore.synchronizer.SynchronizerModels;
import dev.safebank.explore.synchronizer.WaitMode;
import dev.safebank.explore.thread.Interrupts;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/** Calls to a {@code StampedLock}. */
@Substitutes(StampedLock.class)
public final class StampedLockSubstitutes {

  private StampedLockSubstitutes() {}

  /** Stands in for {@link StampedLock#writeLock()}. */
  public static long writeLock(StampedLock lock, int site) {
    return uninterrupted(lock, true, site);
  }

  /** Stands in for {@link StampedLock#readLock()}. */
  public static long readLock(StampedLock lock, int site) {
    return uninterrupted(lock, false, site);
  }

  private static long uninterrupted(StampedLock lock, boolean write, int site) {
    try {
      return model(lock)
          .lock(
              CurrentExecution.get(),
              CurrentExecution.thread(),
              write,
              WaitMode.UNINTERRUPTIBLE,
              site);
    } catch (InterruptedException never) {
      throw new IllegalStateException("interrupted where that is not possible", never);
    }
  }

  /** Stands in for {@link StampedLock#writeLockInterruptibly()}. */
  public static long writeLockInterruptibly(StampedLock lock, int site)
      throws InterruptedException {
    return lock(lock, true, WaitMode.INTERRUPTIBLE, site);
  }

  /** Stands in for {@link StampedLock#readLockInterruptibly()}. */
  public static long readLockInterruptibly(StampedLock lock, int site) throws InterruptedException {
    return lock(lock, false, WaitMode.INTERRUPTIBLE, site);
  }

  private static long lock(StampedLock lock, boolean write, WaitMode mode, int site)
      throws InterruptedException {
    return model(lock).lock(CurrentExecution.get(), CurrentExecution.thread(), write, mode, site);
  }

  /** Stands in for {@link StampedLock#tryWriteLock()}. */
  public static long tryWriteLock(StampedLock lock, int site) {
    return model(lock).tryLock(CurrentExecution.get(), CurrentExecution.thread(), true, site);
  }

  /** Stands in for {@link StampedLock#tryReadLock()}. */
  public static long tryReadLock(StampedLock lock, int site) {
    return model(lock).tryLock(CurrentExecution.get(), CurrentExecution.thread(), false, site);
  }

  /** Stands in for {@link StampedLock#tryWriteLock(long, TimeUnit)}. */
  public static long tryWriteLock(StampedLock lock, long time, TimeUnit unit, int site)
      throws InterruptedException {
    if (unit.toNanos(time) > 0) {
      return lock(lock, true, WaitMode.TIMED, site);
    }
    Interrupts.check(CurrentExecution.get(), CurrentExecution.thread(), site);
    return tryWriteLock(lock, site);
  }

  /** Stands in for {@link StampedLock#tryReadLock(long, TimeUnit)}. */
  public static long tryReadLock(StampedLock lock, long time, TimeUnit unit, int site)
      throws InterruptedException {
    if (unit.toNanos(time) > 0) {
      return lock(lock, false, WaitMode.TIMED, site);
    }
    Interrupts.check(CurrentExecution.get(), CurrentExecution.thread(), site);
    return tryReadLock(lock, site);
  }

  /** Stands in for {@link StampedLock#unlockWrite(long)}. */
  public static void unlockWrite(StampedLock lock, long stamp, int site) {
    model(lock).unlock(CurrentExecution.get(), CurrentExecution.thread(), true, stamp, site);
  }

  /** Stands in for {@link StampedLock#unlockRead(long)}. */
  public static void unlockRead(StampedLock lock, long stamp, int site) {
    model(lock).unlock(CurrentExecution.get(), CurrentExecution.thread(), false, stamp, site);
  }

  /** Stands in for {@link StampedLock#unlock(long)}. */
  public static void unlock(StampedLock lock, long stamp, int site) {
    boolean write = StampedLock.isWriteLockStamp(stamp);
    model(lock).unlock(CurrentExecution.get(), CurrentExecution.thread(), write, stamp, site);
  }

  /** Stands in for {@link StampedLock#tryUnlockWrite()}. */
  public static boolean tryUnlockWrite(StampedLock lock, int site) {
    return model(lock).tryUnlock(CurrentExecution.get(), CurrentExecution.thread(), true, site);
  }

  /** Stands in for {@link StampedLock#tryUnlockRead()}. */
  public static boolean tryUnlockRead(StampedLock lock, int site) {
    return model(lock).tryUnlock(CurrentExecution.get(), CurrentExecution.thread(), false, site);
  }

  /** Stands in for {@link StampedLock#isWriteLockStamp(long)}, which reads no lock state. */
  public static boolean isWriteLockStamp(long stamp, int site) {
    return StampedLock.isWriteLockStamp(stamp);
  }

  /** Stands in for {@link StampedLock#isReadLockStamp(long)}, which reads no lock state. */
  public static boolean isReadLockStamp(long stamp, int site) {
    return StampedLock.isReadLockStamp(stamp);
  }

  /** Stands in for {@link StampedLock#isLockStamp(long)}, which reads no lock state. */
  public static boolean isLockStamp(long stamp, int site) {
    return StampedLock.isLockStamp(stamp);
  }

  /** Stands in for {@link StampedLock#isOptimisticReadStamp(long)}, which reads no lock state. */
  public static boolean isOptimisticReadStamp(long stamp, int site) {
    return StampedLock.isOptimisticReadStamp(stamp);
  }

  /** Stands in for {@link StampedLock#tryOptimisticRead()}. */
  public static long tryOptimisticRead(StampedLock lock, int site) {
    return model(lock).optimisticRead(CurrentExecution.get(), CurrentExecution.thread(), site);
  }

  /** Stands in for {@link StampedLock#validate(long)}. */
  public static boolean validate(StampedLock lock, long stamp, int site) {
    return model(lock).validate(CurrentExecution.get(), CurrentExecution.thread(), stamp, site);
  }

  /** Stands in for {@link StampedLock#tryConvertToWriteLock(long)}. */
  public static long tryConvertToWriteLock(StampedLock lock, long stamp, int site) {
    return convert(lock, StampedLockModel.Want.WRITE, stamp, site);
  }

  /** Stands in for {@link StampedLock#tryConvertToReadLock(long)}. */
  public static long tryConvertToReadLock(StampedLock lock, long stamp, int site) {
    return convert(lock, StampedLockModel.Want.READ, stamp, site);
  }

  /** Stands in for {@link StampedLock#tryConvertToOptimisticRead(long)}. */
  public static long tryConvertToOptimisticRead(StampedLock lock, long stamp, int site) {
    return convert(lock, StampedLockModel.Want.OPTIMISTIC, stamp, site);
  }

  private static long convert(StampedLock lock, StampedLockModel.Want want, long stamp, int site) {
    return model(lock)
        .convert(CurrentExecution.get(), CurrentExecution.thread(), want, stamp, site);
  }

  /** Stands in for {@link StampedLock#isWriteLocked()}. */
  public static boolean isWriteLocked(StampedLock lock, int site) {
    return look(lock, false, site).isWriteLocked();
  }

  /** Stands in for {@link StampedLock#isReadLocked()}. */
  public static boolean isReadLocked(StampedLock lock, int site) {
    return look(lock, true, site).readers() > 0;
  }

  /** Stands in for {@link StampedLock#getReadLockCount()}. */
  public static int getReadLockCount(StampedLock lock, int site) {
    return look(lock, true, site).readers();
  }

  /** Stands in for {@link StampedLock#asReadLock()}. */
  public static Lock asReadLock(StampedLock lock, int site) {
    Lock view = lock.asReadLock();
    return new SynchronizerModels(CurrentExecution.get())
        .view(view, new StampedLockView(model(lock), false));
  }

  /** Stands in for {@link StampedLock#asWriteLock()}. */
  public static Lock asWriteLock(StampedLock lock, int site) {
    Lock view = lock.asWriteLock();
    return new SynchronizerModels(CurrentExecution.get())
        .view(view, new StampedLockView(model(lock), true));
  }

  /** Stands in for {@link StampedLock#asReadWriteLock()}. */
  public static ReadWriteLock asReadWriteLock(StampedLock lock, int site) {
    return new SynchronizerModels(CurrentExecution.get()).view(lock.asReadWriteLock(), model(lock));
  }

  private static StampedLockModel look(StampedLock lock, boolean countsReaders, int site) {
    StampedLockModel model = model(lock);
    model.look(CurrentExecution.get(), CurrentExecution.thread(), countsReaders, site);
    return model;
  }

  private static StampedLockModel model(StampedLock lock) {
    return new SynchronizerModels(CurrentExecution.get()).stamped(lock);
  }
}
