package dev.safebank.explore.synchronizer;

import dev.safebank.explore.memory.Location;
import dev.safebank.explore.memory.Memory;
import dev.safebank.explore.memory.ObjectState;
import dev.safebank.explore.result.ResourceKind;
import dev.safebank.explore.runtime.Execution;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import java.util.function.Function;

/** Finds the models of the JDK's synchronizers in an execution, by the identity of the object. */
public final class SynchronizerModels {

  private final Memory memory;

  public SynchronizerModels(Execution execution) {
    this.memory = execution.memory();
  }

  /** The model of an object's monitor. */
  public static ReentrantLockModel monitor(Execution execution, Object object) {
    ObjectState state = execution.memory().of(Objects.requireNonNull(object));
    return state.monitor(
        ReentrantLockModel.class,
        () -> new ReentrantLockModel(new Location(state, ""), ResourceKind.MONITOR));
  }

  /** Empty for a lock that the program implements itself. */
  public Optional<LockModel> lock(Lock lock) {
    ObjectState state = memory.of(Objects.requireNonNull(lock));
    if (lock instanceof ReentrantLock && state.model().isEmpty()) {
      state.model(new ReentrantLockModel(state.whole(), ResourceKind.LOCK));
    }
    return state.model().map(LockModel.class::cast);
  }

  /**
   * The model of a synchronizer, created on first use.
   *
   * @param create creates it from the state of the synchronizer object
   */
  public <M> M model(Object synchronizer, Class<M> type, Function<ObjectState, M> create) {
    ObjectState state = memory.of(Objects.requireNonNull(synchronizer));
    return type.cast(state.model().orElseGet(() -> state.model(create.apply(state))));
  }

  public ReadWriteLockModel readWrite(ReentrantReadWriteLock lock) {
    return model(
        lock, ReadWriteLockModel.class, state -> new ReadWriteLockModel(state, lock.isFair()));
  }

  public StampedLockModel stamped(StampedLock lock) {
    return model(lock, StampedLockModel.class, StampedLockModel::new);
  }

  /** Remembers what a view of a lock stands for. */
  public <T> T view(T view, LockModel model) {
    memory.of(view).model(model);
    return view;
  }

  /** Remembers what a read-write view of a stamped lock stands for. */
  public ReadWriteLock view(ReadWriteLock view, StampedLockModel model) {
    memory.of(view).model(model);
    return view;
  }

  public Optional<StampedLockModel> stampedBehind(ReadWriteLock view) {
    return memory.of(view).model().map(StampedLockModel.class::cast);
  }

  public SemaphoreModel permits(Semaphore semaphore) {
    return model(
        semaphore,
        SemaphoreModel.class,
        state -> new SemaphoreModel(state, semaphore.availablePermits(), semaphore.isFair()));
  }

  public CountDownLatchModel latch(CountDownLatch latch) {
    return model(
        latch,
        CountDownLatchModel.class,
        state -> new CountDownLatchModel(state, latch.getCount()));
  }

  public CyclicBarrierModel barrier(CyclicBarrier barrier) {
    return model(
        barrier,
        CyclicBarrierModel.class,
        state -> new CyclicBarrierModel(state, barrier.getParties()));
  }

  /** The waiting at a blocking queue or a future. */
  public BlockingModel blocking(Object queueOrFuture) {
    return model(queueOrFuture, BlockingModel.class, BlockingModel::new);
  }

  /** Remembers the lock that a condition belongs to. */
  public Condition condition(Condition condition, LockModel lock) {
    memory.of(condition).model(new WaitSet((OwnedLockModel) lock, WaitSet.WaitSetKind.CONDITION));
    return condition;
  }

  /** Empty for a condition that the program implements itself. */
  public Optional<WaitSet> condition(Condition condition) {
    return memory.of(Objects.requireNonNull(condition)).model().map(WaitSet.class::cast);
  }
}
