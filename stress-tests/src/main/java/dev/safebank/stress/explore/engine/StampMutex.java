package dev.safebank.stress.explore.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A {@code StampedLock}, with the layout of its stamps: the low seven bits count readers, the
 * eighth says that a writer is in, and the rest count writers. It does not know who holds it.
 */
final class StampMutex implements Resource {

  private static final long WRITER = 1 << 7;
  private static final long READERS = WRITER - 1;
  private static final long HELD = WRITER | READERS;
  private static final long ORIGIN = WRITER << 1;

  private final Location location;
  private final List<Holder> holders = new ArrayList<>();

  private long state = ORIGIN;
  private int[] releasedByWriters = {};
  private int[] releasedByReaders = {};

  StampMutex(ObjectState object) {
    this.location = new Location(object, "");
  }

  long lock(
      Execution execution, Optional<Actor> actor, boolean write, boolean interruptibly, int at)
      throws InterruptedException {
    if (actor.isPresent()) {
      Actor self = actor.get();
      self.pending().be(Action.ACQUIRE, at).touch(location, write);
      boolean interruptible = interruptibly && execution.findings().interrupts();
      if (interruptible) {
        self.pending().touch(self.interruptFlag, true);
      }
      self.pending().when(this, () -> isAvailable(write) || (interruptible && self.interrupted));
      self.taken = execution.touches().await(self, location, at) ? 1 : self.taken;
      if (interruptible && self.takeInterrupt()) {
        throw new InterruptedException();
      }
    }
    if (!isAvailable(write)) {
      throw new StuckOutside(kind());
    }
    return take(actor, write, at);
  }

  /** Zero if it is not available. */
  long tryLock(Execution execution, Optional<Actor> actor, boolean write, int at) {
    if (actor.isPresent()) {
      Actor self = actor.get();
      self.pending().be(Action.TRY, at).touch(location, write);
      if (execution.touches().await(self, location, at)) {
        self.taken = isAvailable(write) ? 1 : 0;
      }
    }
    return isAvailable(write) ? take(actor, write, at) : 0;
  }

  void unlock(Execution execution, Optional<Actor> actor, boolean write, long stamp, int at) {
    if (execution.isOver()) {
      return;
    }
    checkHeld(write, stamp);
    if (actor.isPresent() && execution.touches().isFelt(actor.get(), location, true, at)) {
      Actor self = actor.get();
      self.pending().be(Action.RELEASE, at).touch(location, write);
      if (!execution.stepQuietly(self)) {
        return;
      }
      self.taken = -1;
    }
    release(actor, write);
  }

  long optimisticRead(Execution execution, Optional<Actor> actor, int at) {
    look(execution, actor, at);
    return (state & WRITER) == 0 ? state & ~READERS : 0;
  }

  boolean validate(Execution execution, Optional<Actor> actor, long stamp, int at) {
    look(execution, actor, at);
    return stamp != 0 && (stamp & ~READERS) == (state & ~READERS);
  }

  /** Changes what a stamp stands for; zero if that is not possible at this moment. */
  long convert(Execution execution, Optional<Actor> actor, Want want, long stamp, int at) {
    if (actor.isPresent()) {
      Actor self = actor.get();
      self.pending().be(Action.TRY, at).touch(location, true);
      execution.touches().await(self, location, at);
    }
    boolean wrote = (stamp & HELD) == WRITER;
    boolean read = (stamp & READERS) != 0;
    if ((stamp & ~READERS) != (state & ~READERS) || !isPossible(want, wrote, read)) {
      return 0;
    }
    if ((wrote && want == Want.WRITE) || (read && want == Want.READ)) {
      return stamp;
    }
    if (wrote || read) {
      release(actor, wrote);
    }
    return want == Want.OPTIMISTIC ? state & ~READERS : take(actor, want == Want.WRITE, at);
  }

  private boolean isPossible(Want want, boolean wrote, boolean read) {
    if (want == Want.WRITE && read) {
      return (state & HELD) == 1;
    }
    return wrote || read || want == Want.OPTIMISTIC || isAvailable(want == Want.WRITE);
  }

  /** What a stamp can be converted to. */
  enum Want {
    OPTIMISTIC,
    READ,
    WRITE
  }

  private void look(Execution execution, Optional<Actor> actor, int at) {
    if (actor.isPresent()) {
      Actor self = actor.get();
      self.pending().be(Action.READ, at).touch(location, false);
      execution.touches().await(self, location, at);
      execution.findings().relaxed(at);
      learn(self, releasedByWriters);
    }
  }

  private boolean isAvailable(boolean write) {
    return write ? (state & HELD) == 0 : (state & WRITER) == 0;
  }

  private long take(Optional<Actor> actor, boolean write, int at) {
    holders.add(new Holder(Holder.indexOf(actor), at));
    state += write ? WRITER : 1;
    actor.ifPresent(self -> {
      learn(self, releasedByWriters);
      if (write) {
        learn(self, releasedByReaders);
      }
    });
    return state;
  }

  private void release(Optional<Actor> actor, boolean write) {
    int me = Holder.indexOf(actor);
    int own = holders.size() - 1;
    while (own > 0 && holders.get(own).actor() != me) {
      own--;
    }
    holders.remove(own);
    state += write ? WRITER : -1;
    actor.ifPresent(self -> {
      int[] seen = self.clock.clone();
      if (write) {
        releasedByWriters = seen;
      } else {
        if (releasedByReaders.length > 0) {
          VectorClock.join(seen, releasedByReaders);
        }
        releasedByReaders = seen;
      }
      self.tick();
    });
  }

  private static void learn(Actor actor, int[] released) {
    if (released.length > 0) {
      VectorClock.join(actor.clock, released);
    }
  }

  private void checkHeld(boolean write, long stamp) {
    boolean sameVersion = (stamp & ~READERS) == (state & ~READERS);
    boolean held = write
        ? stamp == state && isWriteLocked()
        : sameVersion && (stamp & READERS) != 0 && readers() > 0;
    if (!held) {
      throw new IllegalMonitorStateException("unlocks by a stamp that is not that of a held lock");
    }
  }

  long state() {
    return state;
  }

  boolean isWriteLocked() {
    return (state & WRITER) != 0;
  }

  int readers() {
    return (int) (state & READERS);
  }

  @Override
  public Location location() {
    return location;
  }

  @Override
  public Optional<Holder> owner() {
    return Optional.empty();
  }

  @Override
  public List<Holder> holders() {
    return List.copyOf(holders);
  }

  @Override
  public String kind() {
    return "stamped lock";
  }
}
