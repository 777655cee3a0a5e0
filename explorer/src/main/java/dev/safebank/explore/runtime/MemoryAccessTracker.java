package dev.safebank.explore.runtime;

import dev.safebank.explore.finding.ExplorationState;
import dev.safebank.explore.memory.Location;
import dev.safebank.explore.operation.Action;
import dev.safebank.explore.program.ExecutionStatus;
import dev.safebank.explore.race.RaceListener;
import dev.safebank.explore.site.AccessMode;
import java.util.Optional;

/**
 * Tracks memory accesses: decides which are scheduling points and updates the happens-before
 * relation.
 */
public final class MemoryAccessTracker {

  private final Execution execution;
  private final RaceRecorder races = new RaceRecorder();

  MemoryAccessTracker(Execution execution) {
    this.execution = execution;
  }

  /** Whether an access to the location is visible to other threads, and so a scheduling point. */
  public boolean isVisibleToOthers(
      ThreadContext actor, Location location, boolean change, int site) {
    if (location.firstThread == Location.NONE) {
      location.firstThread = actor.index;
      location.firstSite = site;
      location.shared = execution.scheduler().isShared(execution, site);
    }
    if (location.shared) {
      return true;
    }
    location.changed |= change;
    location.accessedByOthers |= location.firstThread != actor.index;
    boolean isAwaited = ++location.unsharedAccesses > execution.limits().unsharedAccesses();
    if (isAwaited || (location.changed && location.accessedByOthers)) {
      execution.findings().markShared(location.firstSite);
      throw execution.stop(ExecutionStatus.RESTART);
    }
    return false;
  }

  /** Makes every access to the location a scheduling point, from the first one on. */
  public void share(ThreadContext actor, Location location, int site) {
    if (location.firstThread == Location.NONE) {
      location.firstThread = actor.index;
      location.firstSite = site;
      location.shared = true;
    } else if (!location.shared) {
      execution.findings().markShared(location.firstSite);
      throw execution.stop(ExecutionStatus.RESTART);
    }
  }

  /**
   * The running actor accesses a variable.
   *
   * @return whether this was a step, visible to other threads
   */
  public boolean access(
      ThreadContext actor, Location location, Action action, AccessMode mode, int site) {
    execution.checkNotOver();
    if (isVisibleToOthers(actor, location, action != Action.READ, site)) {
      actor.pending().begin(action, site).access(location, action != Action.READ);
      execution.step(actor);
      applyHappensBefore(actor, location, action, mode, site);
      return true;
    }
    if (action != Action.READ) {
      actor.loops.localStateMayHaveChanged();
    }
    return false;
  }

  /** Applies happens-before to an access that is being done. */
  public void applyHappensBefore(
      ThreadContext actor, Location location, Action action, AccessMode mode, int site) {
    detectRaces(actor, location, action, mode, site);
    if (action != Action.WRITE && !mode.races()) {
      location.accesses.acquire(actor.clock, mode);
    }
    if (action != Action.READ) {
      location.accesses.release(actor.clock, mode);
    }
    OwnershipTransfer.onAccess(execution.findings(), actor, location, action, mode, site);
  }

  /**
   * Records once more a plain access that goes on while the actor synchronizes; this is no step.
   */
  void record(ThreadContext actor, Location location, Action action, int site) {
    detectRaces(actor, location, action, AccessMode.PLAIN, site);
  }

  private void detectRaces(
      ThreadContext actor, Location location, Action action, AccessMode mode, int site) {
    boolean writes = action != Action.READ;
    races.of(actor, location, writes, site);
    location.accesses.access(actor.clock, writes, mode, site, races);
  }

  /** Records the races of one access after the other: a new listener for each would be slow. */
  private final class RaceRecorder implements RaceListener {
    private ThreadContext actor;
    private Location location;
    private boolean writes;
    private int site;

    private void of(ThreadContext itsActor, Location itsLocation, boolean itWrites, int itsSite) {
      actor = itsActor;
      location = itsLocation;
      writes = itWrites;
      site = itsSite;
    }

    @Override
    public void found(int first, int firstSite, boolean firstWrites) {
      if (!execution.findings().isRaceKnown(firstSite, site)) {
        execution
            .scheduler()
            .schedule()
            .ifPresent(schedule -> execution
                .findings()
                .recordRace(new ExplorationState.FoundRace(
                    execution.nameOf(location),
                    first,
                    firstSite,
                    firstWrites,
                    actor.index,
                    site,
                    writes,
                    schedule)));
      }
    }
  }

  /**
   * Performs the running actor's pending step, which acquires or waits for something; returns when
   * it is enabled and chosen.
   *
   * @return whether this was a step, visible to other threads
   */
  public boolean await(ThreadContext actor, Location location, int site) {
    execution.checkNotOver();
    boolean felt =
        isVisibleToOthers(actor, location, true, site) || actor.pending().size() > 1;
    if (actor.heldThreads > 0 && !actor.pending().isEnabled()) {
      execution.findings().uncontrolled(site);
    }
    if (felt || !actor.pending().isEnabled()) {
      execution.step(actor);
      return true;
    }
    actor.loops.localStateMayHaveChanged();
    return false;
  }

  /** Reads what a synchronizer's location stands for; outside actors, there is nothing to do. */
  public void look(Optional<ThreadContext> actor, Location location, int site) {
    actor.ifPresent(self -> {
      self.pending().begin(Action.READ, site).access(location, false);
      await(self, location, site);
    });
  }
}
