package dev.safebank.stress.watch;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Proves, snapshot by snapshot, that nobody in the test can ever go on.
 *
 * <p>That every thread waits proves nothing: one of them may have been woken already, and only not
 * been given a CPU since. So the proof asks each to show that it has looked:
 *
 * <ol>
 *   <li>All threads are blocked for good or for the others' sake. Those at a jcstress checkpoint
 *       must be seen there again after they ran for a while, twice: they looked at what they wait
 *       for, and did not go on.
 *   <li>Then each parked thread is <em>nudged</em>: unparked without a reason, which every correct
 *       use of {@code park} must bear. It is proof of the stall when all of them are seen parked
 *       once more at the same place: woken, they looked, and had to wait again. Meanwhile nobody
 *       else has moved; so nobody ever will.
 *   <li>A thread blocked at a monitor needs no nudge, if the monitor's owner is one of those that
 *       do not move. A thread in {@code Object.wait} needs none either: the JVM counts it as
 *       blocked at the monitor from the moment that it is notified.
 * </ol>
 *
 * <p>No step of this depends on how long anything takes. "At the same place" means: the same stack,
 * lock and counters, and not a byte allocated; a thread that went on and came to wait again for a
 * {@code java.util.concurrent} lock has allocated its place in the queue. Not proved, and so never
 * ruled, is a stall in which some thread waits with a time limit, or spins.
 */
final class StallProof {

  /** How long a thread must have run to have looked at its condition: thousands of times that. */
  private static final long LOOKED_NANOS = 50_000;

  private static final int LOOKS = 2;

  private Optional<Snapshot> last = Optional.empty();
  private int looks;
  private boolean nudged;

  /** Gives up what was proved so far. */
  void forget() {
    last = Optional.empty();
    looks = 0;
    nudged = false;
  }

  /** Whether the proof is under way: further snapshots, soon, may complete it. */
  boolean underWay() {
    return last.isPresent();
  }

  /**
   * Goes on with the proof.
   *
   * @return whether it is complete: the blocked threads of this snapshot are so for ever
   */
  boolean completedBy(Snapshot now) {
    if (!nobodyIsAble(now)) {
      forget();
      return false;
    }
    if (last.isEmpty() || !nothingMoved(last.get(), now)) {
      forget();
      proceedFrom(now);
      return false;
    }
    boolean looked = atCheckpointLooked(last.get(), now);
    if (nudged) {
      return looked && parkedLooked(last.get(), now);
    }
    if (looked) {
      looks++;
      proceedFrom(now);
    }
    return false;
  }

  private void proceedFrom(Snapshot now) {
    last = Optional.of(now);
    if (looks == LOOKS || now.standing(Standing.AT_CHECKPOINT).isEmpty()) {
      nudged = true;
      parked(now).forEach(sighting -> LockSupport.unpark(sighting.thread()));
    }
  }

  private static boolean nobodyIsAble(Snapshot now) {
    List<Sighting> blocked = now.standing(Standing.BLOCKED);
    return now.standing(Standing.ABLE).isEmpty()
        && blocked.stream().anyMatch(sighting -> sighting.actor().isPresent())
        && blocked.stream()
            .filter(sighting -> sighting.info().getThreadState() == Thread.State.BLOCKED)
            .allMatch(sighting -> now.ids().contains(sighting.info().getLockOwnerId()));
  }

  private boolean nothingMoved(Snapshot then, Snapshot now) {
    return now.ids().equals(then.ids())
        && now.standing(Standing.BLOCKED).stream()
            .allMatch(sighting -> stayed(then.of(sighting.id()), sighting));
  }

  private boolean stayed(Sighting then, Sighting now) {
    long waits = now.waitsSince(then);
    return now.staysWhere(then) && (waits == 0 || (waits == 1 && nudged && now.parked()));
  }

  private static boolean atCheckpointLooked(Snapshot then, Snapshot now) {
    return now.standing(Standing.AT_CHECKPOINT).stream()
        .allMatch(sighting -> looked(then.of(sighting.id()), sighting));
  }

  private static boolean looked(Sighting then, Sighting now) {
    return then.standing() == Standing.AT_CHECKPOINT && now.ranSince(then) >= LOOKED_NANOS;
  }

  private static boolean parkedLooked(Snapshot then, Snapshot now) {
    return parked(now).stream()
        .allMatch(sighting -> sighting.waitsSince(then.of(sighting.id())) == 1);
  }

  private static List<Sighting> parked(Snapshot snapshot) {
    return snapshot.standing(Standing.BLOCKED).stream().filter(Sighting::parked).toList();
  }
}
