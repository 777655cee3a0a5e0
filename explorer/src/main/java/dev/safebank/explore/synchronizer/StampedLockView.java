package dev.safebank.explore.synchronizer;

import dev.safebank.explore.runtime.Execution;
import dev.safebank.explore.runtime.ThreadContext;
import java.util.Optional;

/** A {@code StampedLock} as a {@code Lock}, which needs no stamps. */
public record StampedLockView(StampedLockModel lock, boolean write) implements LockModel {

  @Override
  public boolean lock(Execution execution, Optional<ThreadContext> actor, WaitMode mode, int site)
      throws InterruptedException {
    return lock.lock(execution, actor, write, mode, site) != 0;
  }

  @Override
  public boolean tryLock(Execution execution, Optional<ThreadContext> actor, int site) {
    return lock.tryLock(execution, actor, write, site) != 0;
  }

  @Override
  public void unlock(Execution execution, Optional<ThreadContext> actor, int site) {
    lock.unlock(execution, actor, write, site);
  }
}
