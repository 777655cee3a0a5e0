package dev.safebank.explore.hook.substitute;

import dev.safebank.explore.runtime.CurrentExecution;
import dev.safebank.explore.synchronizer.ReadWriteLockModel;
import dev.safebank.explore.synchronizer.SynchronizerModels;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Calls that only a {@code ReentrantReadWriteLock} has. */
@Substitutes(ReentrantReadWriteLock.class)
public final class ReentrantReadWriteLockSubstitutes {

  private ReentrantReadWriteLockSubstitutes() {}

  /** Stands in for {@link ReentrantReadWriteLock#readLock()}. */
  public static ReentrantReadWriteLock.ReadLock readLock(ReentrantReadWriteLock lock, int site) {
    return (ReentrantReadWriteLock.ReadLock) ReadWriteLockSubstitutes.readLock(lock, site);
  }

  /** Stands in for {@link ReentrantReadWriteLock#writeLock()}. */
  public static ReentrantReadWriteLock.WriteLock writeLock(ReentrantReadWriteLock lock, int site) {
    return (ReentrantReadWriteLock.WriteLock) ReadWriteLockSubstitutes.writeLock(lock, site);
  }

  /** Takes what {@code super.readLock()} returns, where a subclass overrides it. */
  public static ReentrantReadWriteLock.ReadLock readLockOfSuper(
      ReentrantReadWriteLock lock, ReentrantReadWriteLock.ReadLock view) {
    return (ReentrantReadWriteLock.ReadLock) ReadWriteLockSubstitutes.view(lock, view, false);
  }

  /** Takes what {@code super.writeLock()} returns, where a subclass overrides it. */
  public static ReentrantReadWriteLock.WriteLock writeLockOfSuper(
      ReentrantReadWriteLock lock, ReentrantReadWriteLock.WriteLock view) {
    return (ReentrantReadWriteLock.WriteLock) ReadWriteLockSubstitutes.view(lock, view, true);
  }

  /** Stands in for {@link ReentrantReadWriteLock#getReadLockCount()}. */
  public static int getReadLockCount(ReentrantReadWriteLock lock, int site) {
    return model(lock).readers(CurrentExecution.get(), CurrentExecution.thread(), site);
  }

  /** Stands in for {@link ReentrantReadWriteLock#isWriteLocked()}. */
  public static boolean isWriteLocked(ReentrantReadWriteLock lock, int site) {
    return model(lock).isWriteLocked(CurrentExecution.get(), CurrentExecution.thread(), site);
  }

  /**
   * Stands in for {@link ReentrantReadWriteLock#getReadHoldCount()}: invisible to other threads.
   */
  public static int getReadHoldCount(ReentrantReadWriteLock lock, int site) {
    return model(lock).readHolds(CurrentExecution.thread());
  }

  /**
   * Stands in for {@link ReentrantReadWriteLock#getWriteHoldCount()}: visible to its owner only.
   */
  public static int getWriteHoldCount(ReentrantReadWriteLock lock, int site) {
    return model(lock).writeHolds(CurrentExecution.thread());
  }

  /** Stands in for {@link ReentrantReadWriteLock#isWriteLockedByCurrentThread()}. */
  public static boolean isWriteLockedByCurrentThread(ReentrantReadWriteLock lock, int site) {
    return getWriteHoldCount(lock, site) > 0;
  }

  /** Stands in for {@link ReentrantReadWriteLock#isFair()}, which never changes. */
  public static boolean isFair(ReentrantReadWriteLock lock, int site) {
    return lock.isFair();
  }

  private static ReadWriteLockModel model(ReentrantReadWriteLock lock) {
    return new SynchronizerModels(CurrentExecution.get()).readWrite(lock);
  }
}
