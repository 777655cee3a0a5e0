package dev.safebank.explore.hook.substitute;

import dev.safebank.explore.operation.Action;
import dev.safebank.explore.runtime.CurrentExecution;
import dev.safebank.explore.runtime.ThreadContext;
import dev.safebank.explore.synchronizer.ReentrantLockModel;
import dev.safebank.explore.synchronizer.SynchronizerModels;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** Calls that only a {@code ReentrantLock} has. */
@Substitutes(ReentrantLock.class)
public final class ReentrantLockSubstitutes {

  private ReentrantLockSubstitutes() {}

  /** Stands in for {@link ReentrantLock#isLocked()}. */
  public static boolean isLocked(ReentrantLock lock, int site) {
    ReentrantLockModel mutex = mutex(lock);
    Optional<ThreadContext> actor = CurrentExecution.thread();
    if (actor.isPresent()) {
      actor.get().pending().begin(Action.READ, site).access(mutex.location(), false);
      CurrentExecution.get().accesses().await(actor.get(), mutex.location(), site);
    }
    return !mutex.isFree();
  }

  /** Stands in for {@link ReentrantLock#isHeldByCurrentThread()}: invisible to other threads. */
  public static boolean isHeldByCurrentThread(ReentrantLock lock, int site) {
    return mutex(lock).isHeldBy(CurrentExecution.thread());
  }

  /** Stands in for {@link ReentrantLock#getHoldCount()}: invisible to other threads. */
  public static int getHoldCount(ReentrantLock lock, int site) {
    ReentrantLockModel mutex = mutex(lock);
    return mutex.isHeldBy(CurrentExecution.thread()) ? mutex.holds() : 0;
  }

  /** Stands in for {@link ReentrantLock#isFair()}, which never changes. */
  public static boolean isFair(ReentrantLock lock, int site) {
    return lock.isFair();
  }

  private static ReentrantLockModel mutex(ReentrantLock lock) {
    return (ReentrantLockModel)
        new SynchronizerModels(CurrentExecution.get()).lock(lock).orElseThrow();
  }
}
