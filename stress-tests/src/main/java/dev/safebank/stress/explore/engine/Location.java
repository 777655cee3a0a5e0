package dev.safebank.stress.explore.engine;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One thing that actors can conflict over: a field of an object, an array element, a lock, a
 * thread's permit. Two steps conflict if they touch the same location and one of them changes it.
 *
 * <p>Lives for one execution. Keeps what the search must know of past steps here, what
 * happens-before must know of past accesses, and how often each actor changed it.
 */
final class Location {

  final ObjectState object;
  final String member;

  /** The first actor to touch it, and where; none before any actor did. */
  Actor firstActor;

  int firstSite;
  boolean shared;
  boolean changed;
  boolean touchedByOthers;

  private int[] events = new int[8];
  private int size;

  private boolean lock;
  private int changes;
  private int[] changesBy = new int[4];

  final Accesses accesses = new Accesses();

  /** Who has changed it last, if that was in an atomic step that also read it. */
  Optional<Actor> taker = Optional.empty();

  /** Where it was handed back by a release, if it ever was. */
  OptionalInt handedBackAt = OptionalInt.empty();

  /**
   * @param object the object that it is part of
   * @param member which part, e.g. {@code balance} or {@code [2]}; empty for the object as a whole
   */
  Location(ObjectState object, String member) {
    this.object = object;
    this.member = member;
  }

  void add(int event, boolean change) {
    if (size == events.length) {
      events = Arrays.copyOf(events, size * 2);
    }
    events[size++] = event << 1 | (change ? 1 : 0);
  }

  int size() {
    return size;
  }

  /** Index of the step in the execution; 0 is the oldest here. */
  int event(int i) {
    return events[i] >>> 1;
  }

  boolean isChange(int i) {
    return (events[i] & 1) != 0;
  }

  void changedBy(Actor actor, boolean byLocking) {
    lock |= byLocking;
    changes++;
    if (actor.index >= changesBy.length) {
      changesBy = Arrays.copyOf(changesBy, actor.index * 2 + 1);
    }
    changesBy[actor.index]++;
  }

  /** Whether it has been locked or unlocked. */
  boolean isLock() {
    return lock;
  }

  /** How often actors other than this one have changed it. */
  int changesByOthers(Actor actor) {
    return actor.index < changesBy.length ? changes - changesBy[actor.index] : changes;
  }
}
