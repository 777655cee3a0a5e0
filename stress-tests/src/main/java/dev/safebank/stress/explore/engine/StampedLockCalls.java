package dev.safebank.stress.explore.engine;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/** Calls to a {@code StampedLock}. */
@CallsTo(StampedLock.class)
public final class StampedLockCalls {

  private StampedLockCalls() {}

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
      return model(lock).lock(Steps.current(), Steps.actor(), write, false, site);
    } catch (InterruptedException never) {
      throw new IllegalStateException("interrupted where that is not possible", never);
    }
  }

  /** Stands in for {@link StampedLock#writeLockInterruptibly()}. */
  public static long writeLockInterruptibly(StampedLock lock, int site)
      throws InterruptedException {
    return model(lock).lock(Steps.current(), Steps.actor(), true, true, site);
  }

  /** Stands in for {@link StampedLock#readLockInterruptibly()}. */
  public static long readLockInterruptibly(StampedLock lock, int site) throws InterruptedException {
    return model(lock).lock(Steps.current(), Steps.actor(), false, true, site);
  }

  /** Stands in for {@link StampedLock#tryWriteLock()}. */
  public static long tryWriteLock(StampedLock lock, int site) {
    return model(lock).tryLock(Steps.current(), Steps.actor(), true, site);
  }

  /** Stands in for {@link StampedLock#tryReadLock()}. */
  public static long tryReadLock(StampedLock lock, int site) {
    return model(lock).tryLock(Steps.current(), Steps.actor(), false, site);
  }

  /** Stands in for {@link StampedLock#tryWriteLock(long, TimeUnit)}. */
  public static long tryWriteLock(StampedLock lock, long time, TimeUnit unit, int site)
      throws InterruptedException {
    Interrupts.check(Steps.current(), Steps.actor(), site);
    return tryWriteLock(lock, site);
  }

  /** Stands in for {@link StampedLock#tryReadLock(long, TimeUnit)}. */
  public static long tryReadLock(StampedLock lock, long time, TimeUnit unit, int site)
      throws InterruptedException {
    Interrupts.check(Steps.current(), Steps.actor(), site);
    return tryReadLock(lock, site);
  }

  /** Stands in for {@link StampedLock#unlockWrite(long)}. */
  public static void unlockWrite(StampedLock lock, long stamp, int site) {
    model(lock).unlock(Steps.current(), Steps.actor(), true, stamp, site);
  }

  /** Stands in for {@link StampedLock#unlockRead(long)}. */
  public static void unlockRead(StampedLock lock, long stamp, int site) {
    model(lock).unlock(Steps.current(), Steps.actor(), false, stamp, site);
  }

  /** Stands in for {@link StampedLock#unlock(long)}. */
  public static void unlock(StampedLock lock, long stamp, int site) {
    boolean write = StampedLock.isWriteLockStamp(stamp);
    model(lock).unlock(Steps.current(), Steps.actor(), write, stamp, site);
  }

  /** Stands in for {@link StampedLock#tryOptimisticRead()}. */
  public static long tryOptimisticRead(StampedLock lock, int site) {
    return model(lock).optimisticRead(Steps.current(), Steps.actor(), site);
  }

  /** Stands in for {@link StampedLock#validate(long)}. */
  public static boolean validate(StampedLock lock, long stamp, int site) {
    return model(lock).validate(Steps.current(), Steps.actor(), stamp, site);
  }

  /** Stands in for {@link StampedLock#tryConvertToWriteLock(long)}. */
  public static long tryConvertToWriteLock(StampedLock lock, long stamp, int site) {
    return convert(lock, StampMutex.Want.WRITE, stamp, site);
  }

  /** Stands in for {@link StampedLock#tryConvertToReadLock(long)}. */
  public static long tryConvertToReadLock(StampedLock lock, long stamp, int site) {
    return convert(lock, StampMutex.Want.READ, stamp, site);
  }

  /** Stands in for {@link StampedLock#tryConvertToOptimisticRead(long)}. */
  public static long tryConvertToOptimisticRead(StampedLock lock, long stamp, int site) {
    return convert(lock, StampMutex.Want.OPTIMISTIC, stamp, site);
  }

  private static long convert(StampedLock lock, StampMutex.Want want, long stamp, int site) {
    return model(lock).convert(Steps.current(), Steps.actor(), want, stamp, site);
  }

  /** Stands in for {@link StampedLock#isWriteLocked()}. */
  public static boolean isWriteLocked(StampedLock lock, int site) {
    return look(lock, site).isWriteLocked();
  }

  /** Stands in for {@link StampedLock#isReadLocked()}. */
  public static boolean isReadLocked(StampedLock lock, int site) {
    return look(lock, site).readers() > 0;
  }

  /** Stands in for {@link StampedLock#getReadLockCount()}. */
  public static int getReadLockCount(StampedLock lock, int site) {
    return look(lock, site).readers();
  }

  /** Stands in for {@link StampedLock#asReadLock()}. */
  public static Lock asReadLock(StampedLock lock, int site) {
    Lock view = lock.asReadLock();
    return new Models(Steps.current()).view(view, new StampView(model(lock), false));
  }

  /** Stands in for {@link StampedLock#asWriteLock()}. */
  public static Lock asWriteLock(StampedLock lock, int site) {
    Lock view = lock.asWriteLock();
    return new Models(Steps.current()).view(view, new StampView(model(lock), true));
  }

  /** Stands in for {@link StampedLock#asReadWriteLock()}. */
  public static ReadWriteLock asReadWriteLock(StampedLock lock, int site) {
    return new Models(Steps.current()).view(lock.asReadWriteLock(), model(lock));
  }

  private static StampMutex look(StampedLock lock, int site) {
    StampMutex model = model(lock);
    Steps.actor().ifPresent(actor -> {
      actor.pending().be(Action.READ, site).touch(model.location(), true);
      Steps.current().touches().await(actor, model.location(), site);
    });
    return model;
  }

  private static StampMutex model(StampedLock lock) {
    return new Models(Steps.current()).stamped(lock);
  }
}
