package dev.safebank.threads;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Proves, dump by dump, that no thread can ever continue although none is in a deadlock cycle.
 *
 * <p>That every thread waits proves nothing: one of them may have been woken already, and not been
 * given a CPU since. So the proof makes each thread check its condition once more:
 *
 * <ol>
 *   <li>Every thread is {@linkplain ThreadStatus#BLOCKED blocked}, {@linkplain ThreadStatus#POLLING
 *       polling} or {@linkplain ThreadStatus#IDLE idle}. Polling threads must be seen polling again
 *       after they ran on a CPU for a while, twice: they evaluated their condition, and it was
 *       false.
 *   <li>Then each parked thread is unparked without a reason (a spurious wake-up, which every
 *       correct use of {@code park} must tolerate). The stall is proved when all of them are parked
 *       once more at the same place: each woke up, evaluated its condition, and had to wait again.
 *       No other thread has moved meanwhile, so none ever will.
 *   <li>A thread blocked at a monitor needs no wake-up if the monitor's owner is one of the threads
 *       that do not move. A thread in {@code Object.wait} needs none either: the JVM counts it as
 *       blocked at the monitor from the moment that it is notified.
 * </ol>
 *
 * <p>No step depends on how long anything takes. "At the same place" means: the same stack, lock
 * and counters, and not a byte allocated; a thread that continued and came to wait again for a
 * {@code java.util.concurrent} lock has allocated its node of the queue. A stall in which some
 * thread waits with a time limit, or spins, is not proved.
 */
public final class StallProof {

  /** CPU time in which a polling thread evaluates its condition thousands of times. */
  private static final long POLLED_NANOS = 50_000;

  private static final int POLLS = 2;

  private Optional<ThreadDump> last = Optional.empty();
  private int polls;
  private boolean unparked;

  /** Discards what was proved so far. */
  public void reset() {
    last = Optional.empty();
    polls = 0;
    unparked = false;
  }

  /** Whether further dumps may complete the proof soon. */
  public boolean underWay() {
    return last.isPresent();
  }

  /**
   * Continues the proof with the next dump, and wakes parked threads when that is the next step.
   *
   * @return whether the proof is complete: the blocked threads of this dump stay blocked forever
   */
  public boolean completedBy(ThreadDump now) {
    if (!noneIsAble(now)) {
      reset();
      return false;
    }
    if (last.isEmpty() || !nothingMoved(last.get(), now)) {
      reset();
      continueFrom(now);
      return false;
    }
    boolean polled = pollersPolled(last.get(), now);
    if (unparked) {
      return polled && parkedWokeUp(last.get(), now);
    }
    if (polled) {
      polls++;
      continueFrom(now);
    }
    return false;
  }

  private void continueFrom(ThreadDump now) {
    last = Optional.of(now);
    if (polls == POLLS || now.with(ThreadStatus.POLLING).isEmpty()) {
      unparked = true;
      parked(now).forEach(snapshot -> LockSupport.unpark(snapshot.thread()));
    }
  }

  private static boolean noneIsAble(ThreadDump now) {
    List<ThreadSnapshot> blocked = now.with(ThreadStatus.BLOCKED);
    return now.with(ThreadStatus.ABLE).isEmpty()
        && blocked.stream().anyMatch(ThreadSnapshot::isActor)
        && blocked.stream()
            .filter(snapshot -> snapshot.info().getThreadState() == Thread.State.BLOCKED)
            .allMatch(snapshot -> now.ids().contains(snapshot.info().getLockOwnerId()));
  }

  private boolean nothingMoved(ThreadDump then, ThreadDump now) {
    return now.ids().equals(then.ids())
        && now.with(ThreadStatus.BLOCKED).stream()
            .allMatch(snapshot -> stayed(then.of(snapshot.id()), snapshot));
  }

  private boolean stayed(ThreadSnapshot then, ThreadSnapshot now) {
    long waits = now.waitsSince(then);
    return now.staysWhere(then) && (waits == 0 || (waits == 1 && unparked && now.parked()));
  }

  private static boolean pollersPolled(ThreadDump then, ThreadDump now) {
    return now.with(ThreadStatus.POLLING).stream()
        .allMatch(snapshot -> polled(then.of(snapshot.id()), snapshot));
  }

  private static boolean polled(ThreadSnapshot then, ThreadSnapshot now) {
    return then.status() == ThreadStatus.POLLING && now.ranSince(then) >= POLLED_NANOS;
  }

  private static boolean parkedWokeUp(ThreadDump then, ThreadDump now) {
    return parked(now).stream()
        .allMatch(snapshot -> snapshot.waitsSince(then.of(snapshot.id())) == 1);
  }

  private static List<ThreadSnapshot> parked(ThreadDump dump) {
    return dump.with(ThreadStatus.BLOCKED).stream()
        .filter(ThreadSnapshot::parked)
        .toList();
  }
}
