package dev.safebank.stress.explore.engine;

import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Calls that only a {@code ReentrantReadWriteLock} has. */
@CallsTo(ReentrantReadWriteLock.class)
public final class ReentrantReadWriteLockCalls {

  private ReentrantReadWriteLockCalls() {}

  /** Stands in for {@link ReentrantReadWriteLock#readLock()}. */
  public static ReentrantReadWriteLock.ReadLock readLock(ReentrantReadWriteLock lock, int site) {
    return (ReentrantReadWriteLock.ReadLock) ReadWriteLockCalls.readLock(lock, site);
  }

  /** Stands in for {@link ReentrantReadWriteLock#writeLock()}. */
  public static ReentrantReadWriteLock.WriteLock writeLock(ReentrantReadWriteLock lock, int site) {
    return (ReentrantReadWriteLock.WriteLock) ReadWriteLockCalls.writeLock(lock, site);
  }

  /** Stands in for {@link ReentrantReadWriteLock#getReadLockCount()}. */
  public static int getReadLockCount(ReentrantReadWriteLock lock, int site) {
    return look(lock, site).readers();
  }

  /** Stands in for {@link ReentrantReadWriteLock#isWriteLocked()}. */
  public static boolean isWriteLocked(ReentrantReadWriteLock lock, int site) {
    return look(lock, site).isWriteLocked();
  }

  /** Stands in for {@link ReentrantReadWriteLock#getReadHoldCount()}: nobody else can feel that. */
  public static int getReadHoldCount(ReentrantReadWriteLock lock, int site) {
    return model(lock).readHolds(Holder.indexOf(Steps.actor()));
  }

  /**
   * Stands in for {@link ReentrantReadWriteLock#getWriteHoldCount()}: only its owner feels that.
   */
  public static int getWriteHoldCount(ReentrantReadWriteLock lock, int site) {
    return model(lock).writeHolds(Holder.indexOf(Steps.actor()));
  }

  /** Stands in for {@link ReentrantReadWriteLock#isWriteLockedByCurrentThread()}. */
  public static boolean isWriteLockedByCurrentThread(ReentrantReadWriteLock lock, int site) {
    return getWriteHoldCount(lock, site) > 0;
  }

  private static ReadWriteMutex look(ReentrantReadWriteLock lock, int site) {
    ReadWriteMutex model = model(lock);
    Steps.actor().ifPresent(actor -> {
      actor.pending().be(Action.READ, site).touch(model.location(), true);
      Steps.current().touches().await(actor, model.location(), site);
    });
    return model;
  }

  private static ReadWriteMutex model(ReentrantReadWriteLock lock) {
    return new Models(Steps.current()).readWrite(lock);
  }
}
