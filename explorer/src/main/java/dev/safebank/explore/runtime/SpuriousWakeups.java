package dev.safebank.explore.runtime;

import dev.safebank.explore.memory.Location;
import dev.safebank.explore.operation.Action;
import dev.safebank.explore.operation.Operation;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The spurious wake-ups of one thread in one execution (JLS 17.2.1). Whether a wait ends so is
 * decided when it begins: one that does ends in no other way, and one that does not is ended by a
 * signal, an interrupt or a timeout only. An execution in which a wait was to end so, and did not,
 * is like the one in which it was not to.
 *
 * <p>If the wait is in a loop that carries nothing over from round to round, and the thread has
 * changed nothing in this round, then to wake up before anybody has changed what the round looked
 * at would only make it do the same again, and wait again: it might as well not have woken up. So
 * it wakes up only after that.
 */
public final class SpuriousWakeups {

  private static final int NO_LOOP = -1;

  /** Steps that, like accesses, may look at something and change nothing. */
  private static final Set<Action> LOOKS = EnumSet.of(Action.TRY, Action.CALL, Action.AWAIT);

  private final ThreadContext self;
  private int wakeups;

  /** Whether it waits, and is to wake up spuriously. */
  private boolean due;

  /** The last round begun of a loop that waits: where, and what was done in it. */
  private int loop = NO_LOOP;

  private boolean changedSomething;
  private int memories;
  private final List<SeenLocation> accesses = new ArrayList<>(0);

  SpuriousWakeups(ThreadContext self) {
    this.self = self;
  }

  private record SeenLocation(Location location, int changes) {}

  /**
   * The thread begins to wait, in the step that it is doing.
   *
   * @return when it may wake up for no reason, if that is how this wait ends
   */
  public Optional<Wakeup> choose(Execution execution, int site) {
    int most = execution.limits().spuriousWakeups();
    if (wakeups == most) {
      execution
          .findings()
          .bound("%s wakes up spuriously more than %d times, the last time at %s"
              .formatted(self.name, most, execution.site(site).where()));
      return Optional.empty();
    }
    if (execution.scheduler().alternative(2) == 0) {
      return Optional.empty();
    }
    due = true;
    boolean anyTime = execution.sites().loopOf(site).orElse(NO_LOOP) != loop
        || loop == NO_LOOP
        || changedSomething
        || memories != self.loops.localStateChanges();
    return Optional.of(
        new Wakeup(self, anyTime ? Optional.empty() : Optional.of(List.copyOf(accesses))));
  }

  /** The thread wakes up spuriously in the step that it is doing. */
  public void wakeUp() {
    due = false;
    wakeups++;
  }

  /** Whether the thread waits, and is to wake up spuriously. */
  public boolean isDue() {
    return due;
  }

  /** The thread is at the head of a loop. */
  void atHead(Execution execution, int site) {
    if (execution.sites().isLoopOfCalls(site)) {
      loop = site;
      changedSomething = false;
      memories = self.loops.localStateChanges();
      accesses.clear();
    }
  }

  /** The thread has done a step. */
  void recordStep(Operation operation) {
    if (loop == NO_LOOP) {
      return;
    }
    Action action = operation.action();
    for (int i = 0; i < operation.size(); i++) {
      if (action.isAccess() || LOOKS.contains(action)) {
        Location place = operation.location(i);
        accesses.add(new SeenLocation(place, place.changesByOthers(self.index)));
        changedSomething |= operation.changes(i) && action != Action.READ;
      }
    }
  }

  /** A wait that is to end spuriously. */
  public static final class Wakeup {
    private final ThreadContext self;
    private final Optional<List<SeenLocation>> accesses;

    private Wakeup(ThreadContext self, Optional<List<SeenLocation>> looks) {
      this.self = self;
      this.accesses = looks;
    }

    /** Whether it may be now. */
    public boolean isPossible() {
      return accesses.isEmpty()
          || accesses.get().stream()
              .anyMatch(look -> look.location.changesByOthers(self.index) != look.changes);
    }

    /** Adds to a step what that depends on. */
    public void addAccesses(Operation step) {
      accesses.ifPresent(
          all -> all.forEach(look -> step.access(look.location, look.location.isHeldByMany())));
    }
  }
}
