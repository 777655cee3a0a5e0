package dev.safebank.explore.synchronizer;

import dev.safebank.explore.deadlock.Holder;
import dev.safebank.explore.deadlock.Resource;
import dev.safebank.explore.memory.Location;
import dev.safebank.explore.memory.ObjectState;
import dev.safebank.explore.operation.Action;
import dev.safebank.explore.result.ResourceKind;
import dev.safebank.explore.runtime.Execution;
import dev.safebank.explore.runtime.ThreadContext;
import java.util.List;
import java.util.Optional;

/**
 * A {@code StampedLock}, with the layout of its stamps: the low seven bits count readers, the
 * eighth says that a writer is in, and the rest count writers. It does not know who holds it.
 */
public final class StampedLockModel implements Resource {

  private static final long WRITER = 1 << 7;
  private static final long READERS = WRITER - 1;
  private static final long HELD = WRITER | READERS;
  private static final long ORIGIN = WRITER << 1;

  private final SharedLockState holders;
  private long state = ORIGIN;

  StampedLockModel(ObjectState object) {
    this.holders = new SharedLockState(object, false);
  }

  /** The stamp; zero if the time was over before. */
  public long lock(
      Execution execution, Optional<ThreadContext> actor, boolean write, WaitMode mode, int at)
      throws InterruptedException {
    if (actor.isPresent()) {
      if (!holders.await(execution, actor.get(), this, write, mode, at)) {
        return 0;
      }
    } else if (!holders.isAvailable(write)) {
      if (mode.isTimed()) {
        return 0;
      }
      throw execution.blockOutsideActors(kind(), at);
    }
    return take(actor, write, at);
  }

  /** Zero if it is not available. */
  public long tryLock(Execution execution, Optional<ThreadContext> actor, boolean write, int at) {
    return holders.attempt(execution, actor, write, at) ? take(actor, write, at) : 0;
  }

  public void unlock(
      Execution execution, Optional<ThreadContext> actor, boolean write, long stamp, int at) {
    if (!execution.isOver() && holders.beginRelease(execution, actor, write, at)) {
      boolean sameVersion = (stamp & ~READERS) == (state & ~READERS);
      boolean isStampOfHolder =
          write ? stamp == state : sameVersion && (stamp & READERS) != 0 && (stamp & WRITER) == 0;
      release(actor, write, isStampOfHolder && isHeld(write));
    }
  }

  /** Releases a hold of any thread, without a stamp. */
  void unlock(Execution execution, Optional<ThreadContext> actor, boolean write, int at) {
    if (!execution.isOver() && holders.beginRelease(execution, actor, write, at)) {
      release(actor, write, isHeld(write));
    }
  }

  private void release(Optional<ThreadContext> actor, boolean write, boolean isHeld) {
    if (!isHeld) {
      actor.ifPresent(self -> self.taken = 0);
      throw new IllegalMonitorStateException();
    }
    release(actor, write);
  }

  /** Releases a hold of any thread, without a stamp; false if there is none. */
  public boolean tryUnlock(
      Execution execution, Optional<ThreadContext> actor, boolean write, int at) {
    if (actor.isPresent()) {
      ThreadContext self = actor.get();
      self.pending().begin(Action.TRY, at).access(location(), true);
      if (execution.accesses().await(self, location(), at)) {
        self.taken = isHeld(write) ? -1 : 0;
      }
    }
    boolean held = isHeld(write);
    if (held) {
      release(actor, write);
    }
    return held;
  }

  private boolean isHeld(boolean write) {
    return write ? isWriteLocked() : readers() > 0;
  }

  public long optimisticRead(Execution execution, Optional<ThreadContext> actor, int at) {
    lookOptimistically(execution, actor, at);
    return (state & WRITER) == 0 ? state & ~READERS : 0;
  }

  public boolean validate(Execution execution, Optional<ThreadContext> actor, long stamp, int at) {
    lookOptimistically(execution, actor, at);
    return stamp != 0 && (stamp & ~READERS) == (state & ~READERS);
  }

  private void lookOptimistically(Execution execution, Optional<ThreadContext> actor, int at) {
    look(execution, actor, false, at);
    actor.ifPresent(self -> {
      execution.findings().relaxed(at);
      holders.seeWriters(self);
    });
  }

  /** Reads who holds the lock. */
  public void look(
      Execution execution, Optional<ThreadContext> actor, boolean countsReaders, int at) {
    holders.look(execution, actor, countsReaders, at);
  }

  /** Changes what a stamp stands for; zero if that is not possible at this moment. */
  public long convert(
      Execution execution, Optional<ThreadContext> actor, Want want, long stamp, int at) {
    if (actor.isPresent()) {
      ThreadContext self = actor.get();
      self.pending().begin(Action.TRY, at).access(location(), true);
      execution.accesses().await(self, location(), at);
    }
    boolean wrote = (stamp & HELD) == WRITER;
    boolean read = (stamp & READERS) != 0;
    if ((stamp & ~READERS) != (state & ~READERS)
        || (read && readers() == 0)
        || !isPossible(want, wrote, read)) {
      return 0;
    }
    if ((wrote && want == Want.WRITE) || (read && want == Want.READ)) {
      return stamp;
    }
    return convert(actor, want, wrote, read, at);
  }

  /** The conversion counts as taking or giving back only if it is that. */
  private long convert(
      Optional<ThreadContext> actor, Want want, boolean wrote, boolean read, int at) {
    boolean held = wrote || read;
    if (held) {
      release(actor, wrote);
    }
    actor.ifPresent(self -> self.taken = (want == Want.OPTIMISTIC ? 0 : 1) - (held ? 1 : 0));
    return want == Want.OPTIMISTIC ? state & ~READERS : take(actor, want == Want.WRITE, at);
  }

  private boolean isPossible(Want want, boolean wrote, boolean read) {
    if (want == Want.WRITE && read) {
      return (state & HELD) == 1;
    }
    return wrote || read || want == Want.OPTIMISTIC || holders.isAvailable(want == Want.WRITE);
  }

  /** What a stamp can be converted to. */
  public enum Want {
    OPTIMISTIC,
    READ,
    WRITE
  }

  private long take(Optional<ThreadContext> actor, boolean write, int at) {
    holders.take(actor, write, at);
    state += write ? WRITER : 1;
    return state;
  }

  private void release(Optional<ThreadContext> actor, boolean write) {
    holders.release(actor, write);
    state += write ? WRITER : -1;
  }

  public boolean isWriteLocked() {
    return (state & WRITER) != 0;
  }

  public int readers() {
    return (int) (state & READERS);
  }

  private Location location() {
    return holders.location();
  }

  /** Empty: a stamped lock does not know its owner. */
  @Override
  public Optional<Holder> owner() {
    return Optional.empty();
  }

  @Override
  public List<Holder> holders() {
    return holders.holders();
  }

  @Override
  public ResourceKind kind() {
    return ResourceKind.STAMPED_LOCK;
  }
}
