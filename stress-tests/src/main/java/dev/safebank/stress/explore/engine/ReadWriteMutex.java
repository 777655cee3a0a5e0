package dev.safebank.stress.explore.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A {@code ReentrantReadWriteLock}: many readers or one writer. Readers do not conflict with each
 * other. Who waits does not queue: any of them may be next.
 */
final class ReadWriteMutex {

  private static final int FREE = -2;

  private final Location location;
  private final List<Holder> readers = new ArrayList<>();
  final View readLock = new View(false);
  final View writeLock = new View(true);

  private int writer = FREE;
  private int writerSite;
  private int writerHolds;
  private int[] releasedByWriters = {};
  private int[] releasedByReaders = {};

  ReadWriteMutex(ObjectState object) {
    this.location = new Location(object, "");
  }

  void lock(
      Execution execution, Optional<Actor> actor, boolean write, boolean interruptibly, int at)
      throws InterruptedException {
    if (reenter(actor, write, at)) {
      return;
    }
    if (actor.isPresent()) {
      Actor self = actor.get();
      self.pending().be(Action.ACQUIRE, at).touch(location, write);
      boolean interruptible = interruptibly && execution.findings().interrupts();
      if (interruptible) {
        self.pending().touch(self.interruptFlag, true);
      }
      self.pending()
          .when(
              write ? writeLock : readLock,
              () -> isAvailable(write) || (interruptible && self.interrupted));
      if (execution.touches().await(self, location, at)) {
        self.taken = 1;
      }
      if (interruptible && self.takeInterrupt()) {
        self.taken = 0;
        throw new InterruptedException();
      }
    }
    take(actor, write, at);
  }

  boolean tryLock(Execution execution, Optional<Actor> actor, boolean write, int at) {
    if (reenter(actor, write, at)) {
      return true;
    }
    if (actor.isPresent()) {
      Actor self = actor.get();
      self.pending().be(Action.TRY, at).touch(location, write);
      if (execution.touches().await(self, location, at)) {
        self.taken = isAvailable(write) ? 1 : 0;
      }
    }
    if (!isAvailable(write)) {
      return false;
    }
    take(actor, write, at);
    return true;
  }

  void unlock(Execution execution, Optional<Actor> actor, boolean write, int at) {
    if (execution.isOver()) {
      return;
    }
    int me = Holder.indexOf(actor);
    if (write ? writer != me : readHolds(me) == 0) {
      throw new IllegalMonitorStateException(
          "unlocks a " + (write ? "write" : "read") + " lock that it does not hold");
    }
    if (write && writerHolds > 1) {
      writerHolds--;
      return;
    }
    if (!write && (readHolds(me) > 1 || writer == me)) {
      removeReader(me);
      return;
    }
    if (actor.isPresent() && execution.touches().isFelt(actor.get(), location, true, at)) {
      Actor self = actor.get();
      self.pending().be(Action.RELEASE, at).touch(location, write);
      if (!execution.stepQuietly(self)) {
        return;
      }
      self.taken = -1;
    }
    release(actor, write, me);
  }

  private void release(Optional<Actor> actor, boolean write, int me) {
    if (write) {
      writer = FREE;
      writerHolds = 0;
    } else {
      removeReader(me);
    }
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

  /** Enters once more, by right of what the actor holds already: nobody else can feel that. */
  private boolean reenter(Optional<Actor> actor, boolean write, int at) {
    int me = Holder.indexOf(actor);
    if (write) {
      if (writer != me) {
        return false;
      }
      writerHolds++;
      return true;
    }
    if (readHolds(me) == 0 && writer != me) {
      return false;
    }
    readers.add(new Holder(me, at));
    return true;
  }

  private boolean isAvailable(boolean write) {
    return write ? writer == FREE && readers.isEmpty() : writer == FREE;
  }

  private void take(Optional<Actor> actor, boolean write, int at) {
    int me = Holder.indexOf(actor);
    if (!isAvailable(write)) {
      throw new StuckOutside(write ? "write lock" : "read lock");
    }
    if (write) {
      writer = me;
      writerSite = at;
      writerHolds = 1;
    } else {
      readers.add(new Holder(me, at));
    }
    actor.ifPresent(self -> {
      learn(self, releasedByWriters);
      if (write) {
        learn(self, releasedByReaders);
      }
    });
  }

  private static void learn(Actor actor, int[] released) {
    if (released.length > 0) {
      VectorClock.join(actor.clock, released);
    }
  }

  private void removeReader(int me) {
    for (int i = readers.size() - 1; i >= 0; i--) {
      if (readers.get(i).actor() == me) {
        readers.remove(i);
        return;
      }
    }
  }

  int readHolds(int me) {
    int holds = 0;
    for (Holder reader : readers) {
      holds += reader.actor() == me ? 1 : 0;
    }
    return holds;
  }

  int readers() {
    return readers.size();
  }

  boolean isWriteLocked() {
    return writer != FREE;
  }

  int writeHolds(int me) {
    return writer == me ? writerHolds : 0;
  }

  Location location() {
    return location;
  }

  /** The read lock or the write lock. Only a writer owns it, as the JVM sees it. */
  final class View implements Resource, LockModel {
    private final boolean write;

    private View(boolean write) {
      this.write = write;
    }

    @Override
    public void lock(Execution execution, Optional<Actor> actor, boolean interruptibly, int at)
        throws InterruptedException {
      ReadWriteMutex.this.lock(execution, actor, write, interruptibly, at);
    }

    @Override
    public boolean tryLock(Execution execution, Optional<Actor> actor, int at) {
      return ReadWriteMutex.this.tryLock(execution, actor, write, at);
    }

    @Override
    public void unlock(Execution execution, Optional<Actor> actor, int at) {
      ReadWriteMutex.this.unlock(execution, actor, write, at);
    }

    @Override
    public Location location() {
      return location;
    }

    @Override
    public Optional<Holder> owner() {
      return writer == FREE ? Optional.empty() : Optional.of(new Holder(writer, writerSite));
    }

    @Override
    public List<Holder> holders() {
      List<Holder> holders = new ArrayList<>(readers);
      owner().ifPresent(holders::add);
      return holders;
    }

    @Override
    public String kind() {
      return write ? "write lock" : "read lock";
    }
  }
}
