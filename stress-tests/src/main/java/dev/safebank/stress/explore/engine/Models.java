package dev.safebank.stress.explore.engine;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/** What stands in for the JDK's synchronizers in an execution: found by the object's identity. */
final class Models {

  private final Memory memory;

  Models(Execution execution) {
    this.memory = execution.memory();
  }

  /** Empty for a lock that the program implements itself. */
  Optional<LockModel> lock(Lock lock) {
    ObjectState state = memory.of(lock);
    if (lock instanceof ReentrantLock && state.model().isEmpty()) {
      state.model(new Mutex(state.whole(), "lock"));
    }
    return state.model().map(LockModel.class::cast);
  }

  ReadWriteMutex readWrite(ReentrantReadWriteLock lock) {
    ObjectState state = memory.of(lock);
    return (ReadWriteMutex) state.model().orElseGet(() -> state.model(new ReadWriteMutex(state)));
  }

  StampMutex stamped(StampedLock lock) {
    ObjectState state = memory.of(lock);
    return (StampMutex) state.model().orElseGet(() -> state.model(new StampMutex(state)));
  }

  /** Remembers what a view of a lock stands for. */
  <T> T view(T view, LockModel model) {
    memory.of(view).model(model);
    return view;
  }

  /** Remembers what a read-write view of a stamped lock stands for. */
  ReadWriteLock view(ReadWriteLock view, StampMutex model) {
    memory.of(view).model(model);
    return view;
  }

  Optional<StampMutex> stampedBehind(ReadWriteLock view) {
    return memory.of(view).model().map(StampMutex.class::cast);
  }

  Permits permits(Semaphore semaphore) {
    ObjectState state = memory.of(semaphore);
    return (Permits) state
        .model()
        .orElseGet(() -> state.model(new Permits(state, semaphore.availablePermits())));
  }

  Latch latch(CountDownLatch latch) {
    ObjectState state = memory.of(latch);
    return (Latch) state.model().orElseGet(() -> state.model(new Latch(state, latch.getCount())));
  }

  /** Remembers the lock that a condition belongs to. */
  Condition condition(Condition condition, Mutex lock) {
    memory.of(condition).model(new ConditionModel(lock, new WaitSet(true)));
    return condition;
  }

  Optional<ConditionModel> condition(Condition condition) {
    return memory.of(condition).model().map(ConditionModel.class::cast);
  }

  /** What stands in for a {@code Condition}. */
  record ConditionModel(Mutex lock, WaitSet waiters) {}
}
