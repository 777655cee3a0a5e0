package dev.safebank.explore.synchronizer;

import dev.safebank.explore.deadlock.Holder;
import dev.safebank.explore.deadlock.Resource;
import dev.safebank.explore.memory.Location;
import dev.safebank.explore.memory.ObjectState;
import dev.safebank.explore.operation.Action;
import dev.safebank.explore.operation.Guard;
import dev.safebank.explore.race.SyncClock;
import dev.safebank.explore.runtime.Execution;
import dev.safebank.explore.runtime.ThreadContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The state of a lock with many readers or one writer: its holders, and the writers that wait.
 * Readers do not conflict with each other.
 *
 * <p>A waiting writer blocks readers that come later ({@code ReentrantReadWriteLock}, in fair mode,
 * by its Javadoc; in nonfair mode, and {@code StampedLock}, as OpenJDK does). A reader that
 * overtakes it has come before.
 */
final class SharedLockState {

  private final Location location;
  private final boolean fair;
  private final List<Holder> readers = new ArrayList<>();
  private Optional<Holder> writer = Optional.empty();
  private final WaitQueue waitingWriters = new WaitQueue();
  private final SyncClock releasedByWriters = new SyncClock();
  private final SyncClock releasedByReaders = new SyncClock();

  SharedLockState(ObjectState object, boolean fair) {
    this.location = new Location(object, "").heldByMany();
    this.fair = fair;
  }

  /** Waits until it may be taken; false if the time was over before. */
  boolean await(
      Execution execution,
      ThreadContext self,
      Resource resource,
      boolean write,
      WaitMode mode,
      int at)
      throws InterruptedException {
    Action action = mode.isTimed() ? Action.TRY : Action.ACQUIRE;
    Guard guard = () -> isAvailable(write) && (write || waitingWriters.isEmpty());
    Acquisition lock = new Acquisition(action, resource, location, write, guard, mode, 1);
    return write
        ? lock.await(execution, self, waitingWriters, fair, at)
        : lock.await(execution, self, at);
  }

  /** Tries to take it, past all that wait; whether it may be taken now. */
  boolean attempt(Execution execution, Optional<ThreadContext> actor, boolean write, int at) {
    if (actor.isPresent()) {
      ThreadContext self = actor.get();
      self.pending().begin(Action.TRY, at).access(location, write);
      if (execution.accesses().await(self, location, at)) {
        self.taken = isAvailable(write) ? 1 : 0;
      }
    }
    return isAvailable(write);
  }

  /** Does the step that releases it; false if the execution is over. */
  boolean beginRelease(Execution execution, Optional<ThreadContext> actor, boolean write, int at) {
    if (actor.isPresent()
        && execution.accesses().isVisibleToOthers(actor.get(), location, true, at)) {
      ThreadContext self = actor.get();
      self.pending().begin(Action.RELEASE, at).access(location, write);
      if (!execution.stepQuietly(self)) {
        return false;
      }
      self.taken = -1;
    }
    return true;
  }

  /**
   * Reads who holds it.
   *
   * @param countsReaders whether it matters how many readers there are
   */
  void look(Execution execution, Optional<ThreadContext> actor, boolean countsReaders, int at) {
    actor.ifPresent(self -> {
      self.pending().begin(Action.READ, at).access(location, countsReaders);
      execution.accesses().await(self, location, at);
    });
  }

  /** What was done before writers gave it back happens before what the thread does next. */
  void seeWriters(ThreadContext self) {
    releasedByWriters.acquire(self.clock);
  }

  boolean isAvailable(boolean write) {
    return writer.isEmpty() && (!write || readers.isEmpty());
  }

  void take(Optional<ThreadContext> actor, boolean write, int at) {
    Holder holder = new Holder(ThreadContext.indexOf(actor), at);
    if (write) {
      writer = Optional.of(holder);
    } else {
      readers.add(holder);
    }
    actor.ifPresent(self -> {
      releasedByWriters.acquire(self.clock);
      if (write) {
        releasedByReaders.acquire(self.clock);
      }
    });
  }

  /** Enters as a reader once more, by right of what the thread holds already. */
  void addReader(Holder reader) {
    readers.add(reader);
  }

  void release(Optional<ThreadContext> actor, boolean write) {
    if (write) {
      writer = Optional.empty();
    } else {
      removeReader(ThreadContext.indexOf(actor));
    }
    actor.ifPresent(self -> (write ? releasedByWriters : releasedByReaders).release(self.clock));
  }

  /** Removes the last hold of a reader, or of another one if it has none. */
  void removeReader(int me) {
    for (int i = readers.size() - 1; i >= 0; i--) {
      if (readers.get(i).actor() == me) {
        readers.remove(i);
        return;
      }
    }
    readers.remove(readers.size() - 1);
  }

  int readHolds(int me) {
    int holds = 0;
    for (Holder reader : readers) {
      holds += reader.actor() == me ? 1 : 0;
    }
    return holds;
  }

  /** Everyone who holds it for reading, once per hold. */
  List<Holder> readers() {
    return readers;
  }

  Optional<Holder> writer() {
    return writer;
  }

  /** Whether it is this one who holds it for writing. */
  boolean isWriter(int me) {
    return writer.isPresent() && writer.get().actor() == me;
  }

  List<Holder> holders() {
    List<Holder> holders = new ArrayList<>(readers);
    writer.ifPresent(holders::add);
    return holders;
  }

  WaitQueue waitingWriters() {
    return waitingWriters;
  }

  Location location() {
    return location;
  }
}
