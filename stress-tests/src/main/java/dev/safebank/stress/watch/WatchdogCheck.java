package dev.safebank.stress.watch;

import dev.safebank.evidence.Blockage;
import dev.safebank.evidence.BlockageKind;
import dev.safebank.threads.StallProof;
import dev.safebank.threads.ThreadDump;
import dev.safebank.threads.ThreadSnapshot;
import dev.safebank.threads.ThreadStatus;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The watchdog's check, which is repeated. It samples which threads wait. If a thread is still in
 * the wait of the previous check, it takes a full thread dump. If the dump shows a deadlock, or
 * completes the proof of a stall, it interrupts a victim. Before all that it asks whether calls run
 * on and on.
 */
final class WatchdogCheck {

  /**
   * Number of consecutive interrupts that a victim may ignore before it counts as uninterruptible.
   * Each took effect: the victim woke up from it and was proved to be blocked again.
   */
  private static final int IGNORED_INTERRUPTS = 10;

  private final ThreadSampler sampler;
  private final boolean answered;
  private final PendingInterrupts interrupts;
  private final Reporter reporter;
  private final StallProof stall = new StallProof();
  private final EndlessCallDetector endless;
  private Map<Thread, Long> lastWaiting = Map.of();
  private Optional<Victim> victim = Optional.empty();

  /**
   * A check of some threads.
   *
   * @param answered whether actors that are interrupted report what the watchdog rules. If not,
   *     none is interrupted, and only a cycle of waiting counts: who else waits may wait for
   *     threads that the watchdog does not know
   */
  WatchdogCheck(
      ThreadSampler sampler,
      boolean answered,
      EndlessCallDetector endless,
      PendingInterrupts interrupts,
      Reporter reporter) {
    this.sampler = sampler;
    this.answered = answered;
    this.endless = endless;
    this.interrupts = interrupts;
    this.reporter = reporter;
  }

  /** The result of a check, which decides when the next one follows. */
  enum WatchdogFinding {
    /** No thread waits. */
    NONE_WAITS,
    /** A thread waits, and others may continue: the next check tells whether the wait lasts. */
    SOME_WAIT,
    /** A stall may be proved soon, or a victim has yet to wake up: check again soon. */
    SUSPICIOUS,
    /** A victim was interrupted. */
    INTERRUPTED
  }

  /** Checks once. */
  WatchdogFinding check() {
    EndlessCallDetector.Calls calls = endless.look();
    if (calls != EndlessCallDetector.Calls.END) {
      report(calls);
    }
    if (victim.isPresent() && sleepsOn(victim.get())) {
      return WatchdogFinding.SUSPICIOUS;
    }
    victim = Optional.empty();
    Map<Thread, Long> waiting = sampler.waiting();
    boolean lasts = anyWaitsSince(lastWaiting, waiting);
    lastWaiting = waiting;
    if (!lasts && !stall.underWay()) {
      return waiting.isEmpty() ? WatchdogFinding.NONE_WAITS : WatchdogFinding.SOME_WAIT;
    }
    return sampler.dump().map(this::examine).orElse(WatchdogFinding.SOME_WAIT);
  }

  /** No interrupt is tried: an actor that runs does not wait to be interrupted. */
  private void report(EndlessCallDetector.Calls calls) {
    ThreadDump dump = endless.evidence();
    Supplier<Blockage> blockage =
        () -> BlockageFactory.describe(BlockageKind.HUNG, dump.actors(), dump);
    if (calls == EndlessCallDetector.Calls.RUN_ON) {
      reporter.unresolvable(blockage.get());
    } else {
      reporter.found(BlockageKind.HUNG, blockage);
    }
  }

  /** Whether the victim has not yet been given a CPU to notice its interrupt. */
  private boolean sleepsOn(Victim interrupted) {
    return TestThreads.waits(interrupted.thread)
        && interrupts.unanswered(interrupted.thread) > 0
        && sampler.waits(interrupted.thread).equals(Optional.of(interrupted.waits));
  }

  private static boolean anyWaitsSince(Map<Thread, Long> earlier, Map<Thread, Long> now) {
    return now.entrySet().stream()
        .anyMatch(waits -> Objects.equals(earlier.get(waits.getKey()), waits.getValue()));
  }

  private WatchdogFinding examine(ThreadDump dump) {
    List<ThreadSnapshot> cycle = dump.cycle();
    if (!cycle.isEmpty()) {
      return resolve(BlockageKind.DEADLOCK, cycle, dump);
    }
    if (!answered) {
      return WatchdogFinding.SOME_WAIT;
    }
    if (stall.completedBy(dump)) {
      return resolve(BlockageKind.STUCK, actors(dump.with(ThreadStatus.BLOCKED)), dump);
    }
    return stall.underWay() ? WatchdogFinding.SUSPICIOUS : WatchdogFinding.SOME_WAIT;
  }

  private WatchdogFinding resolve(
      BlockageKind kind, List<ThreadSnapshot> blocked, ThreadDump dump) {
    stall.reset();
    Supplier<Blockage> blockage = () -> BlockageFactory.describe(kind, blocked, dump);
    Optional<ThreadSnapshot> chosen = actors(blocked).stream()
        .filter(actor -> answered)
        .filter(actor -> actor.info().getThreadState() == Thread.State.WAITING)
        .filter(actor -> interrupts.unanswered(actor.thread()) < IGNORED_INTERRUPTS)
        .findFirst();
    if (chosen.isEmpty()) {
      reporter.unresolvable(blockage.get());
      return WatchdogFinding.NONE_WAITS;
    }
    reporter.found(kind, blockage);
    interrupt(chosen.get().thread(), kind);
    return WatchdogFinding.INTERRUPTED;
  }

  private void interrupt(Thread chosen, BlockageKind kind) {
    // Not what the dump says: the thread may have woken for no reason since, and wait once more.
    victim = sampler.waits(chosen).map(waits -> new Victim(chosen, waits));
    interrupts.interrupt(chosen, kind);
  }

  private static List<ThreadSnapshot> actors(List<ThreadSnapshot> threads) {
    return threads.stream().filter(ThreadSnapshot::isActor).toList();
  }

  private record Victim(Thread thread, long waits) {}
}
