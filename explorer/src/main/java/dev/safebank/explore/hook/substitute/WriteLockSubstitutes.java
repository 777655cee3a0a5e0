package dev.safebank.explore.hook.substitute;

import dev.safebank.explore.runtime.CurrentExecution;
import dev.safebank.explore.synchronizer.ReadWriteLockModel;
import dev.safebank.explore.synchronizer.SynchronizerModels;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Calls that only the write lock of a {@code ReentrantReadWriteLock} has. */
@Substitutes(ReentrantReadWriteLock.WriteLock.class)
public final class WriteLockSubstitutes {

  private WriteLockSubstitutes() {}

  /** Stands in for {@link ReentrantReadWriteLock.WriteLock#isHeldByCurrentThread()}. */
  public static boolean isHeldByCurrentThread(ReentrantReadWriteLock.WriteLock lock, int site) {
    return getHoldCount(lock, site) > 0;
  }

  /** Stands in for {@link ReentrantReadWriteLock.WriteLock#getHoldCount()}. */
  public static int getHoldCount(ReentrantReadWriteLock.WriteLock lock, int site) {
    return new SynchronizerModels(CurrentExecution.get())
        .lock(lock)
        .map(ReadWriteLockModel.Write.class::cast)
        .orElseThrow()
        .holds(CurrentExecution.thread());
  }
}
