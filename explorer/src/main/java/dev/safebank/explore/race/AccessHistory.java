package dev.safebank.explore.race;

import dev.safebank.explore.site.AccessMode;
import java.util.ArrayList;
import java.util.List;

/**
 * The accesses to one memory location in one execution, for race detection and for the
 * happens-before edges between writes and the reads that see them. Keeps the latest access per
 * thread and place in the source.
 */
public final class AccessHistory {

  private final List<Access> all = new ArrayList<>(4);

  /** What later volatile reads synchronize with: all volatile writes so far. */
  private int[] volatileWrites = {};

  /** What an acquire read of the current value synchronizes with. */
  private int[] lastRelease = {};

  /** Records an access that is about to happen, and reports the accesses that it races with. */
  public void access(
      ThreadClock thread, boolean write, AccessMode mode, int site, RaceListener races) {
    Access same = null;
    for (int i = 0; i < all.size(); i++) {
      Access other = all.get(i);
      if (other.thread != thread.thread()) {
        if ((write || other.write)
            && (mode.races() || other.mode.races())
            && !thread.hasSeen(other.thread, other.time)) {
          races.found(other.thread, other.site, other.write);
        }
      } else if (other.site == site && other.write == write && other.mode == mode) {
        same = other;
      }
    }
    if (same == null) {
      all.add(new Access(thread, site, write, mode));
    } else {
      same.time = thread.now();
    }
  }

  /**
   * Records a read: the writes that it synchronizes with happen before what the thread does next.
   */
  public void acquire(ThreadClock thread, AccessMode mode) {
    if (mode == AccessMode.VOLATILE) {
      thread.join(volatileWrites);
    }
    thread.join(lastRelease);
  }

  /** Records a write: what the thread has done happens before what follows a synchronizing read. */
  public void release(ThreadClock thread, AccessMode mode) {
    if (mode.races()) {
      lastRelease = new int[0];
      return;
    }
    int[] seen = thread.snapshot();
    if (mode == AccessMode.VOLATILE) {
      int[] joined = seen.clone();
      if (volatileWrites.length > 0) {
        VectorClock.join(joined, volatileWrites);
      }
      volatileWrites = joined;
    }
    lastRelease = seen;
    thread.tick();
  }

  /** The latest access by one thread at one place in the source. */
  private static final class Access {
    private final int thread;
    private final int site;
    private final boolean write;
    private final AccessMode mode;
    private int time;

    private Access(ThreadClock thread, int site, boolean write, AccessMode mode) {
      this.thread = thread.thread();
      this.site = site;
      this.write = write;
      this.mode = mode;
      this.time = thread.now();
    }
  }
}
