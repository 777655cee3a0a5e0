package dev.safebank.explore.spinloop;

import dev.safebank.explore.memory.Location;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Detects spin loops of one thread: loops with an iteration without effect, which wrote nothing and
 * released every lock that it acquired. If, moreover, no other thread has changed a location that
 * the iteration read, the next one does the same: the thread should wait for a change.
 *
 * <p>What an iteration can do is determined by the state that the thread carries over from the one
 * before (its local variables, the objects that only it can reach, the state of code that is not
 * instrumented) and by what it reads. The frames of the callers do not change during the call. So
 * if at the head of the loop all local variables have the values of one iteration ago, and nothing
 * was written in between, neither visible to others nor not, then the thread is in the state of one
 * iteration ago. Such an iteration certainly has no effect, and can be left out
 * (<em>stuttering</em>; compare Kokologiannakis, Ren, Vafeiadis, <i>Dynamic partial order
 * reductions for spinloops</i>, FMCAD 2021): every interleaving with it is one without it, too,
 * with the same outcome.
 *
 * <p>If a local variable has changed, an index or an iterator, say, the loop makes progress, and
 * most likely ends. Only if it does so for many iterations that access no new location is it taken
 * to count iterations without end. Its iterations then count as without effect, and the exploration
 * reports that this is a guess.
 */
public final class LoopDetector {

  /** The position of an access that is no longer part of an iteration. */
  private static final int OUTSIDE = -1;

  private final int thread;
  private final List<Run> runs = new ArrayList<>();
  private final List<Look> log = new ArrayList<>();
  private final List<Peek> peeks = new ArrayList<>();
  private int frames;

  /** The local variables at the head of a loop that is about to be reached. */
  private final LocalValues arriving = new LocalValues();

  /** How often local state may have changed that other threads cannot see. */
  private int localStateChanges;

  public LoopDetector(int thread) {
    this.thread = thread;
  }

  /** How other threads have changed the locations that an iteration accessed. */
  public enum Change {
    /** Nothing. */
    NONE,
    /**
     * Locks were acquired or released: perhaps by no more than another iteration without effect.
     */
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
   */
  public record Head(int frame, int position, int end) {

    /** As {@link #equals}, and quicker: it is asked in every iteration. */
    private boolean isSame(Head other) {
      return frame == other.frame && position == other.position && end == other.end;
    }
  }

  /** A number for a call of a method, greater than those of all calls before. */
  public int newFrame() {
    return ++frames;
  }

  /** At the head of a loop that is about to be reached, a local variable has this value. */
  public void local(long value) {
    arriving.add(value);
  }

  /** At the head of a loop that is about to be reached, a local variable has this value. */
  public void local(Object value) {
    arriving.add(value);
  }

  /** Not all that the loop which is about to be reached carries over is known. */
  public void unknownLocals() {
    arriving.unknown();
  }

  /** Records an access of a step that is now over. */
  public void recordAccess(Location location, boolean wrote, int taken) {
    if (!runs.isEmpty()) {
      log.add(new Look(location, location.changesByOthers(thread), wrote, taken));
    }
  }

  /** Records that the thread may change state that is not visible to others, without a step. */
  public void localStateMayHaveChanged() {
    localStateChanges++;
  }

  /** How often local state may have changed that other threads cannot see. */
  public int localStateChanges() {
    return localStateChanges;
  }

  /** Records that the thread is about to read a location that another one has taken. */
  public void recordReadWhileTaken(Location location) {
    peeks.add(new Peek(location, log.size()));
  }

  /**
   * The locations that the thread has read while another one had taken them, except in iterations
   * that certainly had no effect.
   */
  public List<Location> readWhileTaken() {
    return peeks.isEmpty() ? List.of() : peeks.stream().map(Peek::location).toList();
  }

  /**
   * Called at the head of a loop, after its local variables.
   *
   * @param countedRounds after so many iterations that access no new location a loop is taken to
   *     count
   * @return empty if the last iteration had an effect or made progress; otherwise what other
   *     threads have changed since
   */
  public Optional<Change> atHead(Head head, int countedRounds) {
    try {
      return arriveAt(head, countedRounds);
    } finally {
      arriving.clear();
    }
  }

  private Optional<Change> arriveAt(Head head, int countedRounds) {
    while (!runs.isEmpty() && !innermost().mayGoOn(head)) {
      runs.remove(runs.size() - 1);
    }
    if (runs.isEmpty()) {
      log.clear();
      if (!peeks.isEmpty()) {
        peeks.replaceAll(peek -> new Peek(peek.location, OUTSIDE));
      }
    }
    if (runs.isEmpty() || !innermost().head.isSame(head)) {
      runs.add(new Run(head));
      return Optional.empty();
    }
    return innermost().nextRound(countedRounds);
  }

  private Run innermost() {
    return runs.get(runs.size() - 1);
  }

  /** Whether the last iteration of the innermost loop certainly had no effect. */
  public boolean isCertain() {
    return innermost().certain;
  }

  /** The locations that the last iteration of the innermost loop accessed. */
  public List<Location> accessedInLastRound() {
    List<Location> places = new ArrayList<>();
    Run run = innermost();
    for (Look look : log.subList(run.lastRound, run.round)) {
      if (!places.contains(look.location)) {
        places.add(look.location);
      }
    }
    return places;
  }

  /** How other threads have changed these locations since. */
  public Change changesSinceLastRound() {
    Run run = innermost();
    return changed(run.lastRound, run.round);
  }

  private Change changed(int from, int to) {
    Change change = Change.NONE;
    for (int i = from; i < to; i++) {
      Look look = log.get(i);
      if (look.location.changesByOthers(thread) != look.changes) {
        if (!look.location.isLock()) {
          return Change.WRITTEN;
        }
        change = Change.LOCKED;
      }
    }
    return change;
  }

  private record Look(Location location, int changes, boolean wrote, int taken) {}

  /** A read, at this position in the log, of a location that another thread has taken. */
  private record Peek(Location location, int look) {}

  /** One loop, from its entry on. */
  private final class Run {
    private final Head head;
    private final Set<Location> seen = new HashSet<>();
    private int lastRound;
    private int round = log.size();
    private int known = localStateChanges;
    private final LocalValues locals = new LocalValues();
    private final Anchor anchor = new Anchor();
    private int counted;
    private boolean certain;

    private Run(Head head) {
      this.head = head;
      locals.setTo(arriving);
    }

    /** False at the head of a loop that this one does not contain. */
    private boolean mayGoOn(Head other) {
      return head.frame < other.frame
          || (head.frame == other.frame
              && head.position <= other.position
              && other.end <= head.end);
    }

    /** An iteration is over only when as many locks were released as acquired. */
    private Optional<Change> nextRound(int countedRounds) {
      boolean wrote = hasWritten(round);
      if (!wrote && !isBalanced(round)) {
        return Optional.empty();
      }
      int from = round;
      certain = !wrote && known == localStateChanges && arriving.isSame(locals);
      if (!certain && anchor.isReached(arriving)) {
        certain = true;
        from = anchor.begin;
      }
      boolean suspicious = !wrote && log.size() > round;
      for (int i = round; i < log.size(); i++) {
        suspicious &= !seen.add(log.get(i).location);
      }
      counted = suspicious ? counted + 1 : 0;
      known = localStateChanges;
      locals.setTo(arriving);
      lastRound = from;
      round = log.size();
      anchor.roundEnds(arriving);
      if (certain && !peeks.isEmpty()) {
        peeks.removeIf(peek -> peek.look >= lastRound);
      }
      return certain || counted > countedRounds
          ? Optional.of(changed(lastRound, round))
          : Optional.empty();
    }
  }

  private boolean hasWritten(int from) {
    for (int i = from; i < log.size(); i++) {
      if (log.get(i).wrote) {
        return true;
      }
    }
    return false;
  }

  private boolean isBalanced(int from) {
    int taken = 0;
    for (int i = from; i < log.size(); i++) {
      taken += log.get(i).taken;
    }
    return taken == 0;
  }

  /**
   * The state of a loop some iterations ago. If the loop is in this state again, all iterations in
   * between together had no effect. It is set anew after 1, 2, 4, 8… iterations, so that a cycle of
   * any length is found (Brent, <i>An improved Monte Carlo factorization algorithm</i>, BIT 1980).
   */
  private final class Anchor {
    private final LocalValues values = new LocalValues();
    private int begin = log.size();
    private int known = localStateChanges;
    private int rounds;
    private int most = 1;

    private Anchor() {
      values.setTo(arriving);
    }

    private boolean isReached(LocalValues now) {
      return known == localStateChanges
          && now.isSame(values)
          && !hasWritten(begin)
          && isBalanced(begin);
    }

    private void roundEnds(LocalValues now) {
      if (++rounds == most) {
        values.setTo(now);
        begin = log.size();
        known = localStateChanges;
        rounds = 0;
        most *= 2;
      }
    }
  }
}
