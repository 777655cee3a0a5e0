package dev.safebank.stress.explore.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Watches one actor's loops for rounds in vain: a round that wrote nothing and gave back every lock
 * it took. If, moreover, nobody has changed what it looked at, doing it again gives the same again:
 * the actor should wait until somebody has.
 *
 * <p>That is certain if nothing is carried over from round to round but what other actors could see
 * as well: no local variable, and nothing that only this actor knows. Otherwise, rounds may be
 * counted; then a round is taken to be in vain if it looked only at locations that earlier rounds
 * had looked at, and the exploration says that this is a guess.
 *
 * <p>A round in vain that is certain to be one could as well have been left out
 * (<em>stuttering</em>; compare Kokologiannakis, Ren, Vafeiadis, <i>Dynamic partial order
 * reductions for spinloops</i>, FMCAD 2021).
 */
final class Loops {

  /** The number of a look that is no longer part of a loop's round. */
  private static final int OUTSIDE = -1;

  private final Actor actor;
  private final List<Run> runs = new ArrayList<>();
  private final List<Look> log = new ArrayList<>();
  private final List<Peek> peeks = new ArrayList<>();
  private int frames;

  /** How often the actor did what it may remember, and others cannot see. */
  private int memories;

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

  /**
   * A loop's head, as an actor reaches it.
   *
   * @param frame number of the call
   * @param position of the head in its method
   * @param end position of the loop's last jump back
   * @param forgets whether no local variable carries anything over from round to round
   */
  record Head(int frame, int position, int end, boolean forgets) {}

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

  /** The actor changes something that makes no step, since nobody else can see it. */
  void remembers() {
    memories++;
  }

  /** The actor is about to look at a location that another actor has taken. */
  void peeks(Location location) {
    peeks.add(new Peek(location, log.size()));
  }

  /** What the actor has seen taken by another, but for looks in rounds that were surely in vain. */
  List<Location> seenTaken() {
    return peeks.stream().map(Peek::location).toList();
  }

  /**
   * The actor is at the head of a loop.
   *
   * @return empty if the last round did something or looked at something new; if it was in vain,
   *     whether another one need not be
   */
  Optional<Change> atHead(Head head) {
    while (!runs.isEmpty() && !innermost().mayGoOn(head)) {
      runs.remove(runs.size() - 1);
    }
    if (runs.isEmpty()) {
      log.clear();
      peeks.replaceAll(peek -> new Peek(peek.location, OUTSIDE));
    }
    if (runs.isEmpty() || !innermost().head.equals(head)) {
      runs.add(new Run(head));
      return Optional.empty();
    }
    return innermost().nextRound();
  }

  private Run innermost() {
    return runs.get(runs.size() - 1);
  }

  /** Whether the innermost loop's last round is certain to have been in vain, if it seems so. */
  boolean isCertain() {
    return innermost().certain;
  }

  /** What the innermost loop's last round looked at. */
  List<Location> lastLookedAt() {
    List<Location> places = new ArrayList<>();
    Run run = innermost();
    for (Look look : log.subList(run.lastRound, run.round)) {
      if (!places.contains(look.location)) {
        places.add(look.location);
      }
    }
    return places;
  }

  /** What has become of what the innermost loop's last round looked at. */
  Change changedSince() {
    Run run = innermost();
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

  /** A look, the one with this number, at something that another actor has taken. */
  private record Peek(Location location, int look) {}

  /** One loop, from its entry on. */
  private final class Run {
    private final Head head;
    private final Set<Location> seen = new HashSet<>();
    private int lastRound;
    private int round = log.size();
    private int known = memories;
    private boolean certain;

    private Run(Head head) {
      this.head = head;
    }

    /** False once a loop's head was reached that this loop does not contain. */
    private boolean mayGoOn(Head other) {
      return head.frame < other.frame
          || (head.frame == other.frame
              && head.position <= other.position
              && other.end <= head.end);
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
      certain = head.forgets && known == memories;
      known = memories;
      boolean retry = !wrote && !looks.isEmpty();
      for (Look look : looks) {
        retry &= !seen.add(look.location) || certain;
      }
      lastRound = round;
      round = log.size();
      if (!retry) {
        return Optional.empty();
      }
      if (certain) {
        peeks.removeIf(peek -> peek.look >= lastRound);
      }
      return Optional.of(changed(lastRound, round));
    }
  }
}
