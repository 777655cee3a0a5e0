package dev.safebank.stress.explore.engine;

import java.util.ArrayList;
import java.util.List;

/** The accesses to one location so far, as happens-before sees them. */
final class Accesses {

  private final List<Access> all = new ArrayList<>(4);

  /** What later volatile reads synchronize with: all volatile writes so far. */
  private int[] volatileWrites = {};

  /** What an acquire read of the current value synchronizes with. */
  private int[] lastRelease = {};

  /** Records an access that is about to happen, and tells {@code races} of those it races with. */
  void access(Actor actor, boolean write, Mode mode, int site, Races races) {
    Access same = null;
    for (int i = 0; i < all.size(); i++) {
      Access other = all.get(i);
      if (other.actor != actor) {
        if ((write || other.write)
            && (mode.races() || other.mode.races())
            && actor.clock[other.actor.index] < other.time) {
          races.found(other.actor, other.site, other.write, actor, site, write);
        }
      } else if (other.site == site && other.write == write && other.mode == mode) {
        same = other;
      }
    }
    if (same == null) {
      all.add(new Access(actor, site, write, mode));
    } else {
      same.time = actor.clock[actor.index];
    }
  }

  /** The actor learns what the writes that it reads from had seen. */
  void acquire(Actor actor, Mode mode) {
    if (mode == Mode.VOLATILE) {
      join(actor, volatileWrites);
    }
    join(actor, lastRelease);
  }

  /** What the actor has seen is there to be learnt by whoever reads what it wrote. */
  void release(Actor actor, Mode mode) {
    if (mode.races()) {
      lastRelease = new int[0];
      return;
    }
    int[] seen = actor.clock.clone();
    if (mode == Mode.VOLATILE) {
      int[] joined = seen.clone();
      if (volatileWrites.length > 0) {
        VectorClock.join(joined, volatileWrites);
      }
      volatileWrites = joined;
    }
    lastRelease = seen;
    actor.tick();
  }

  private static void join(Actor actor, int[] clock) {
    if (clock.length > 0) {
      VectorClock.join(actor.clock, clock);
    }
  }

  /** The latest access by one actor at one place in the source. */
  private static final class Access {
    private final Actor actor;
    private final int site;
    private final boolean write;
    private final Mode mode;
    private int time;

    private Access(Actor actor, int site, boolean write, Mode mode) {
      this.actor = actor;
      this.site = site;
      this.write = write;
      this.mode = mode;
      this.time = actor.clock[actor.index];
    }
  }
}
