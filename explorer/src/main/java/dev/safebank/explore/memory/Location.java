package dev.safebank.explore.memory;

import dev.safebank.explore.race.AccessHistory;
import java.util.Arrays;
import java.util.OptionalInt;

/**
 * A memory location: a field of an object, an array element, a lock, a thread's permit. Two steps
 * conflict if they access the same location and one of them changes it.
 *
 * <p>Lives for one execution. Keeps the past steps for the search, the past accesses for race
 * detection, and how often each actor changed it.
 */
public final class Location {

  /** No thread. */
  public static final int NONE = -1;

  public final ObjectState object;
  public final String member;

  /** The first actor that accessed it, and where; none before that. */
  public int firstThread = NONE;

  public int firstSite;
  public boolean shared;
  public boolean changed;
  public boolean accessedByOthers;

  /** How often it was accessed while it did not count as shared. */
  public int unsharedAccesses;

  private int[] events = new int[8];
  private int size;

  private boolean lock;
  private boolean heldByMany;
  private int changes;
  private int[] changesBy = new int[4];

  public final AccessHistory accesses = new AccessHistory();

  /** Who has changed it last, if that was in an atomic step that also read it. */
  public int taker = NONE;

  /** Where its ownership was given up by a release write, if it was. */
  public OptionalInt handedBackAt = OptionalInt.empty();

  /**
   * @param object the object that it is part of
   * @param member which part, e.g. {@code balance} or {@code [2]}; empty for the object as a whole
   */
  public Location(ObjectState object, String member) {
    this.object = object;
    this.member = member;
  }

  /** A location at which every access is a scheduling point. */
  public static Location alwaysShared(ObjectState object, String member) {
    Location location = new Location(object, member);
    location.firstThread = 0;
    location.shared = true;
    return location;
  }

  /** Declares it a lock with many holders, whose acquisitions and releases do not conflict. */
  public Location heldByMany() {
    heldByMany = true;
    return this;
  }

  /** Whether steps may change what others find here and yet not conflict with each other. */
  public boolean isHeldByMany() {
    return heldByMany;
  }

  public void add(int event, boolean change) {
    if (size == events.length) {
      events = Arrays.copyOf(events, size * 2);
    }
    events[size++] = event << 1 | (change ? 1 : 0);
  }

  public int size() {
    return size;
  }

  /** Index of the step in the execution; 0 is the oldest here. */
  public int event(int i) {
    return events[i] >>> 1;
  }

  public boolean isChange(int i) {
    return (events[i] & 1) != 0;
  }

  public void recordChange(int thread, boolean byLocking) {
    lock |= byLocking;
    changes++;
    if (thread >= changesBy.length) {
      changesBy = Arrays.copyOf(changesBy, thread * 2 + 1);
    }
    changesBy[thread]++;
  }

  /** Whether it has been locked or unlocked. */
  public boolean isLock() {
    return lock;
  }

  /** How often actors other than this one have changed it. */
  public int changesByOthers(int thread) {
    return thread < changesBy.length ? changes - changesBy[thread] : changes;
  }
}
