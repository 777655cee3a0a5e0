package dev.safebank.stress.explore.engine;

import java.util.IdentityHashMap;

/** One thread of the explored program, in one execution. */
final class Actor {

  final int index;
  final String name;

  /** What {@code Thread.currentThread()} answers in it; never started. */
  final Thread identity;

  /** What happens-before says that it has seen: per actor, up to when. */
  final int[] clock;

  /** The step that it does or did last, and the one that it is about to do. */
  private Operation executing = new Operation();

  private Operation pending = new Operation();

  /** The latest step of each actor that comes before its last step in every equivalent order. */
  int[] order;

  boolean finished;

  /** A bound was met: it does not move any more in this execution. */
  boolean cut;

  /** Greater than zero in code that is one step as a whole, such as a class's initialisation. */
  int quiet;

  boolean interrupted;
  final Location interruptFlag;

  boolean permit;
  final Location permitPlace;
  final Location end;

  /** What those had seen who unparked it. */
  int[] unparked = {};

  final Loops loops;
  int spuriousFailures;

  /** Locks taken by the step being done; negative if it gives back. */
  int taken;

  /** Whether the last step, once done, was told to those who keep track of changes. */
  boolean noted = true;

  /** Rounds of loops in vain: that somebody made worth another try, and that nobody did. */
  int retries;

  int lonelyRounds;

  /** Rounds of loops since the last step. */
  int idleRounds;

  /** What a started thread had seen when it ended; empty before. */
  int[] ended = {};

  Comparison comparison = Comparison.NONE;
  final IdentityHashMap<Object, Object> threadLocals = new IdentityHashMap<>(0);

  Actor(int index, String name, Thread identity, int actors) {
    this.index = index;
    this.name = name;
    this.identity = identity;
    this.clock = new int[actors];
    this.clock[index] = 1;
    this.order = VectorClock.start(actors);
    ObjectState self = new ObjectState(identity);
    this.interruptFlag = ofInterestToOthers(new Location(self, "interrupt"));
    this.permitPlace = ofInterestToOthers(new Location(self, "permit"));
    this.end = ofInterestToOthers(new Location(self, "end"));
    this.loops = new Loops(this);
  }

  private Location ofInterestToOthers(Location location) {
    location.firstActor = this;
    location.shared = true;
    return location;
  }

  void tick() {
    clock[index]++;
  }

  Operation pending() {
    return pending;
  }

  Operation executing() {
    return executing;
  }

  /** The pending step is now being done. */
  void proceed() {
    idleRounds = 0;
    noted = false;
    Operation next = pending;
    pending = executing;
    executing = next;
  }

  /** Tells those who keep track of changes what the last step, now done, looked at and changed. */
  void note() {
    if (noted) {
      return;
    }
    noted = true;
    Action action = executing.action();
    if (!action.isAccess() && !action.isLocking() && action != Action.SPIN) {
      loops.remembers();
    }
    boolean writing = !action.isLocking();
    for (int i = 0; i < executing.size(); i++) {
      Location place = executing.place(i);
      boolean changed = executing.changes(i);
      if (changed) {
        place.changedBy(this, !writing);
      }
      if (action != Action.SPIN) {
        loops.looked(place, changed && writing, i == 0 ? taken : 0);
      }
    }
    taken = 0;
  }

  boolean takeInterrupt() {
    boolean was = interrupted;
    interrupted = false;
    return was;
  }
}
