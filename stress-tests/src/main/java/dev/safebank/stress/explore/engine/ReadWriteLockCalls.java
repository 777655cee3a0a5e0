package dev.safebank.stress.explore.engine;

import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Calls to any {@code ReadWriteLock}. */
@CallsTo(ReadWriteLock.class)
public final class ReadWriteLockCalls {

  private ReadWriteLockCalls() {}

  /** Stands in for {@link ReadWriteLock#readLock()}. */
  public static Lock readLock(ReadWriteLock lock, int site) {
    return view(lock, lock.readLock(), false);
  }

  /** Stands in for {@link ReadWriteLock#writeLock()}. */
  public static Lock writeLock(ReadWriteLock lock, int site) {
    return view(lock, lock.writeLock(), true);
  }

  private static Lock view(ReadWriteLock lock, Lock view, boolean write) {
    if (Steps.current() == null) {
      return view;
    }
    Models models = new Models(Steps.current());
    if (lock instanceof ReentrantReadWriteLock readWrite) {
      ReadWriteMutex model = models.readWrite(readWrite);
      return models.view(view, write ? model.writeLock : model.readLock);
    }
    Optional<StampMutex> stamped = models.stampedBehind(lock);
    return stamped.isEmpty() ? view : models.view(view, new StampView(stamped.get(), write));
  }
}
