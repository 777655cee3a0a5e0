package dev.safebank.stress.explore.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** A {@code StampedLock} seen as a {@code Lock}, which keeps the stamps to itself. */
record StampView(StampMutex lock, boolean write, Deque<Long> stamps) implements LockModel {

  StampView(StampMutex lock, boolean write) {
    this(lock, write, new ArrayDeque<>());
  }

  @Override
  public void lock(Execution execution, Optional<Actor> actor, boolean interruptibly, int site)
      throws InterruptedException {
    stamps.push(lock.lock(execution, actor, write, interruptibly, site));
  }

  @Override
  public boolean tryLock(Execution execution, Optional<Actor> actor, int site) {
    long stamp = lock.tryLock(execution, actor, write, site);
    if (stamp != 0) {
      stamps.push(stamp);
    }
    return stamp != 0;
  }

  @Override
  public void unlock(Execution execution, Optional<Actor> actor, int site) {
    if (stamps.isEmpty()) {
      throw new IllegalMonitorStateException("unlocks a view of a stamped lock that is not held");
    }
    lock.unlock(execution, actor, write, stamps.pop(), site);
  }
}
