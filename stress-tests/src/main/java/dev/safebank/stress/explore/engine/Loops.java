package dev.safebank.stress.explore.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Watches one actor's loops for rounds in vain: a round that wrote nothing, gave back every lock it
 * took, and looked only at locations that earlier rounds of the loop had looked at. If, moreover,
 * nobody has changed any of them since, doing it again gives the same again: the actor should wait
 * until somebody has.
 */
final class Loops {

  private final Actor actor;
  private final List<Run> runs = new ArrayList<>();
  private final List<Look> log = new ArrayList<>();
  private int frames;

  Loops(Actor actor) {
    this.actor = actor;
  }

  /** What other actors have done to the locations that a round looked at. */
  enum Change {
    /** Nothing. */
    NONE,
    /** Locks were taken or given back: perhaps no more than another round in vain. */
    LOCKED,
    /** Something was written. */
    WRITTEN
  }

  /** A number for a call of a method, greater than those of all calls before. */
  int newFrame() {
    return ++frames;
  }

  /** The actor touched a location in a step that is now over. */
  void looked(Location location, boolean wrote, int taken) {
    if (!runs.isEmpty()) {
      log.add(new Look(location, location.changesByOthers(actor), wrote, taken));
    }
  }

  /**
   * The actor is at the head of a loop.
   *
   * @return empty if the last round did something or looked at something new; if it was in vain,
   *     whether another one need not be
   * @param frame number of the call
   * @param head position of the loop's head in its method
   * @param end position of its last jump back
   */
  Optional<Change> atHead(int frame, int head, int end) {
    while (!runs.isEmpty() && !runs.get(runs.size() - 1).mayGoOn(frame, head, end)) {
      runs.remove(runs.size() - 1);
    }
    if (runs.isEmpty()) {
      log.clear();
    }
    if (runs.isEmpty() || !runs.get(runs.size() - 1).is(frame, head)) {
      runs.add(new Run(frame, head, end, log.size()));
      return Optional.empty();
    }
    return runs.get(runs.size() - 1).nextRound();
  }

  /** What the innermost loop's last round looked at. */
  List<Location> lastLookedAt() {
    List<Location> places = new ArrayList<>();
    Run run = runs.get(runs.size() - 1);
    for (Look look : log.subList(run.lastRound, run.round)) {
      if (!places.contains(look.location)) {
        places.add(look.location);
      }
    }
    return places;
  }

  /** What has become of what the innermost loop's last round looked at. */
  Change changedSince() {
    Run run = runs.get(runs.size() - 1);
    return changed(run.lastRound, run.round);
  }

  private Change changed(int from, int to) {
    Change change = Change.NONE;
    for (Look look : log.subList(from, to)) {
      if (look.location.changesByOthers(actor) != look.changes) {
        if (!look.location.isLock()) {
          return Change.WRITTEN;
        }
        change = Change.LOCKED;
      }
    }
    return change;
  }

  private record Look(Location location, int changes, boolean wrote, int taken) {}

  /** One loop, from its entry on. */
  private final class Run {
    private final int frame;
    private final int head;
    private final int end;
    private final Set<Location> seen = new HashSet<>();
    private int lastRound;
    private int round;

    private Run(int frame, int head, int end, int round) {
      this.frame = frame;
      this.head = head;
      this.end = end;
      this.round = round;
    }

    private boolean is(int otherFrame, int otherHead) {
      return frame == otherFrame && head == otherHead;
    }

    /** False once a loop's head was reached that this loop does not contain. */
    private boolean mayGoOn(int otherFrame, int otherHead, int otherEnd) {
      return frame < otherFrame || (frame == otherFrame && head <= otherHead && otherEnd <= end);
    }

    /** A round ends only when as many locks were given back as were taken. */
    private Optional<Change> nextRound() {
      List<Look> looks = log.subList(round, log.size());
      boolean wrote = false;
      int taken = 0;
      for (Look look : looks) {
        wrote |= look.wrote;
        taken += look.taken;
      }
      if (taken != 0 && !wrote) {
        return Optional.empty();
      }
      boolean retry = !wrote && !looks.isEmpty();
      for (Look look : looks) {
        retry &= !seen.add(look.location);
      }
      lastRound = round;
      round = log.size();
      if (!retry) {
        return Optional.empty();
      }
      return Optional.of(changed(lastRound, round));
    }
  }
}
