package dev.safebank.explore.hook.substitute;

import dev.safebank.explore.runtime.CurrentExecution;
import dev.safebank.explore.synchronizer.ReadWriteLockModel;
import dev.safebank.explore.synchronizer.StampedLockModel;
import dev.safebank.explore.synchronizer.StampedLockView;
import dev.safebank.explore.synchronizer.SynchronizerModels;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Calls to any {@code ReadWriteLock}. */
@Substitutes(ReadWriteLock.class)
public final class ReadWriteLockSubstitutes {

  private ReadWriteLockSubstitutes() {}

  /** Stands in for {@link ReadWriteLock#readLock()}. */
  public static Lock readLock(ReadWriteLock lock, int site) {
    return view(lock, lock.readLock(), false);
  }

  /** Stands in for {@link ReadWriteLock#writeLock()}. */
  public static Lock writeLock(ReadWriteLock lock, int site) {
    return view(lock, lock.writeLock(), true);
  }

  static Lock view(ReadWriteLock lock, Lock view, boolean write) {
    if (CurrentExecution.get() == null) {
      return view;
    }
    SynchronizerModels models = new SynchronizerModels(CurrentExecution.get());
    if (lock instanceof ReentrantReadWriteLock readWrite) {
      ReadWriteLockModel model = models.readWrite(readWrite);
      return models.view(view, write ? model.writeLock : model.readLock);
    }
    Optional<StampedLockModel> stamped = models.stampedBehind(lock);
    return stamped.isEmpty() ? view : models.view(view, new StampedLockView(stamped.get(), write));
  }
}
