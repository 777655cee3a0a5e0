package dev.safebank.explore.synchronizer;

import dev.safebank.explore.deadlock.Holder;
import dev.safebank.explore.deadlock.Resource;
import dev.safebank.explore.finding.Trait;
import dev.safebank.explore.memory.Location;
import dev.safebank.explore.memory.ObjectState;
import dev.safebank.explore.operation.Action;
import dev.safebank.explore.operation.Guard;
import dev.safebank.explore.result.ResourceKind;
import dev.safebank.explore.runtime.Execution;
import dev.safebank.explore.runtime.ThreadContext;
import dev.safebank.explore.thread.Interrupts;
import java.util.List;
import java.util.Optional;

/**
 * The model of a {@code ReentrantReadWriteLock}: many readers or one writer, all reentrant. Only a
 * writer is an owner for the JVM's deadlock detection.
 */
public final class ReadWriteLockModel {

  private final SharedLockState state;
  private int writerHolds;

  public final LockModel readLock = new ReadLock();
  public final LockModel writeLock = new WriteLock();

  ReadWriteLockModel(ObjectState object, boolean fair) {
    this.state = new SharedLockState(object, fair);
  }

  /** How often all readers hold it, reentrant holds included. */
  public int readers(Execution execution, Optional<ThreadContext> actor, int at) {
    if (actor.isPresent()) {
      execution.learn(Trait.COUNTS_READERS);
    }
    state.look(execution, actor, true, at);
    return state.readers().size();
  }

  public boolean isWriteLocked(Execution execution, Optional<ThreadContext> actor, int at) {
    state.look(execution, actor, false, at);
    return state.writer().isPresent();
  }

  /** The actor's read holds; invisible to other threads. */
  public int readHolds(Optional<ThreadContext> actor) {
    return state.readHolds(ThreadContext.indexOf(actor));
  }

  /** The actor's write holds; invisible to other threads. */
  public int writeHolds(Optional<ThreadContext> actor) {
    return state.isWriter(ThreadContext.indexOf(actor)) ? writerHolds : 0;
  }

  /** What both locks have in common. */
  private abstract class View implements Resource, LockModel {

    private final boolean write;

    private View(boolean write) {
      this.write = write;
    }

    /** Reentrant acquisition. */
    abstract boolean reenter(Execution execution, Optional<ThreadContext> actor, int at);

    @Override
    public boolean lock(Execution execution, Optional<ThreadContext> actor, WaitMode mode, int at)
        throws InterruptedException {
      if (mayReenter(ThreadContext.indexOf(actor))) {
        if (mode.isInterruptible()) {
          Interrupts.check(execution, actor, at);
        }
        return reenter(execution, actor, at);
      }
      if (actor.isPresent()) {
        if (!state.await(execution, actor.get(), this, write, mode, at)) {
          return false;
        }
      } else if (!state.isAvailable(write)) {
        if (mode.isTimed()) {
          return false;
        }
        throw execution.blockOutsideActors(kind(), at);
      }
      take(actor, at);
      return true;
    }

    @Override
    public boolean tryLock(Execution execution, Optional<ThreadContext> actor, int at) {
      if (mayReenter(ThreadContext.indexOf(actor))) {
        return reenter(execution, actor, at);
      }
      if (!state.attempt(execution, actor, write, at)) {
        return false;
      }
      take(actor, at);
      return true;
    }

    abstract boolean mayReenter(int me);

    void take(Optional<ThreadContext> actor, int at) {
      state.take(actor, write, at);
    }

    @Override
    public Optional<Holder> owner() {
      return state.writer();
    }

    @Override
    public List<Holder> holders() {
      return state.holders();
    }

    @Override
    public ResourceKind kind() {
      return write ? ResourceKind.WRITE_LOCK : ResourceKind.READ_LOCK;
    }
  }

  /** The read lock. Its reentrant holds are visible to programs that count them. */
  private final class ReadLock extends View {

    private ReadLock() {
      super(false);
    }

    @Override
    boolean mayReenter(int me) {
      return state.readHolds(me) > 0 || state.isWriter(me);
    }

    @Override
    boolean reenter(Execution execution, Optional<ThreadContext> actor, int at) {
      if (actor.isPresent() && execution.findings().has(Trait.COUNTS_READERS)) {
        ThreadContext self = actor.get();
        self.pending().begin(Action.ACQUIRE, at).access(state.location(), false);
        if (execution.accesses().await(self, state.location(), at)) {
          self.taken = 1;
        }
      }
      state.addReader(new Holder(ThreadContext.indexOf(actor), at));
      return true;
    }

    @Override
    public void unlock(Execution execution, Optional<ThreadContext> actor, int at) {
      if (execution.isOver()) {
        return;
      }
      int me = ThreadContext.indexOf(actor);
      if (state.readHolds(me) == 0) {
        throw new IllegalMonitorStateException(
            "attempt to unlock read lock, not locked by current thread");
      }
      boolean last = state.readHolds(me) == 1 && !state.isWriter(me);
      boolean visible = last || execution.findings().has(Trait.COUNTS_READERS);
      if (visible && !state.beginRelease(execution, actor, false, at)) {
        return;
      }
      if (last) {
        state.release(actor, false);
      } else {
        state.removeReader(me);
      }
    }
  }

  /** The methods that only the write lock has. */
  public interface Write extends LockModel {

    /** The actor's holds; invisible to other threads. */
    int holds(Optional<ThreadContext> actor);
  }

  /** The write lock. */
  private final class WriteLock extends View implements OwnedLockModel, Write {

    private WriteLock() {
      super(true);
    }

    @Override
    public int holds(Optional<ThreadContext> actor) {
      return writeHolds(actor);
    }

    @Override
    boolean mayReenter(int me) {
      return state.isWriter(me);
    }

    @Override
    boolean reenter(Execution execution, Optional<ThreadContext> actor, int at) {
      writerHolds++;
      return true;
    }

    @Override
    void take(Optional<ThreadContext> actor, int at) {
      super.take(actor, at);
      writerHolds = 1;
    }

    @Override
    public void unlock(Execution execution, Optional<ThreadContext> actor, int at) {
      if (execution.isOver()) {
        return;
      }
      if (!isHeldBy(actor)) {
        throw new IllegalMonitorStateException();
      }
      if (writerHolds > 1) {
        writerHolds--;
      } else if (state.beginRelease(execution, actor, true, at)) {
        writerHolds = 0;
        state.release(actor, true);
      }
    }

    @Override
    public Location location() {
      return state.location();
    }

    @Override
    public boolean isHeldBy(Optional<ThreadContext> actor) {
      return state.isWriter(ThreadContext.indexOf(actor));
    }

    /** Releases the writer's own read holds as well, as OpenJDK does. */
    @Override
    public Holds giveUp(ThreadContext self) {
      Optional<ThreadContext> actor = Optional.of(self);
      int held = writerHolds;
      List<Holder> reading = List.copyOf(state.readers());
      reading.forEach(reader -> state.removeReader(reader.actor()));
      writerHolds = 0;
      state.release(actor, true);
      return at -> {
        take(actor, at);
        writerHolds = held;
        reading.forEach(state::addReader);
      };
    }

    @Override
    public SignalledPlace signalled() {
      Object place = state.waitingWriters().join();
      return new SignalledPlace() {
        @Override
        public Guard turn() {
          return () -> state.waitingWriters().isFirst(place) && state.isAvailable(true);
        }

        @Override
        public void leave() {
          state.waitingWriters().leave(place);
        }
      };
    }

    @Override
    public void awaitReturn(
        Execution execution, ThreadContext self, boolean looksForInterrupt, int at) {
      try {
        state.await(execution, self, this, true, WaitMode.UNINTERRUPTIBLE, at);
      } catch (InterruptedException never) {
        throw new IllegalStateException("interrupted where that is not possible", never);
      }
    }
  }
}
