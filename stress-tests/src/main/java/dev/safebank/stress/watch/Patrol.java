package dev.safebank.stress.watch;

import dev.safebank.stress.evidence.Blockage;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The watchdog's round, one step at a time: a glance at who waits, a closer look if somebody still
 * waits in the wait of the last round, and a ruling once a snapshot shows a deadlock or completes
 * the proof of a stall.
 */
final class Patrol {

  /**
   * Interrupts that a victim may leave unanswered before it counts as deaf. Each was spent: the
   * victim woke up from it and was proved to be blocked again.
   */
  private static final int PATIENCE = 10;

  private final Lookout lookout;
  private final Rulings rulings;
  private final Reporter reporter;
  private final StallProof stall = new StallProof();
  private Map<Thread, Long> lastGlance = Map.of();
  private Optional<Interrupted> victim = Optional.empty();

  Patrol(Lookout lookout, Rulings rulings, Reporter reporter) {
    this.lookout = lookout;
    this.rulings = rulings;
    this.reporter = reporter;
  }

  /** What a step came to. */
  enum Step {
    /** Nobody waits. */
    QUIET,
    /** Somebody waits, and others may go on: the next step tells whether it lasts. */
    NOTICED,
    /** A stall may be proved soon, or a victim has yet to wake up: the next step should be soon. */
    ALERT,
    /** A victim was interrupted. */
    RULED
  }

  /** Takes the next step. */
  Step step() {
    if (victim.isPresent() && sleepsOn(victim.get())) {
      return Step.ALERT;
    }
    victim = Optional.empty();
    Map<Thread, Long> glance = lookout.glance();
    boolean suspicious = !glance.isEmpty() && somebodyWaitsSince(lastGlance, glance);
    lastGlance = glance;
    if (!suspicious && !stall.underWay()) {
      return glance.isEmpty() ? Step.QUIET : Step.NOTICED;
    }
    return lookout.snapshot().map(this::judge).orElse(Step.NOTICED);
  }

  /** Whether the victim has not yet been given a CPU to notice its interrupt. */
  private boolean sleepsOn(Interrupted interrupted) {
    return Participants.waits(interrupted.thread)
        && rulings.unanswered(interrupted.thread) > 0
        && lookout.waits(interrupted.thread).equals(Optional.of(interrupted.waits));
  }

  private static boolean somebodyWaitsSince(Map<Thread, Long> earlier, Map<Thread, Long> now) {
    return now.entrySet().stream()
        .anyMatch(waits -> Objects.equals(earlier.get(waits.getKey()), waits.getValue()));
  }

  private Step judge(Snapshot snapshot) {
    List<Sighting> cycle = snapshot.cycle();
    if (!cycle.isEmpty()) {
      return rule(Ruling.DEADLOCK, cycle, snapshot);
    }
    if (stall.completedBy(snapshot)) {
      return rule(Ruling.STUCK, actors(snapshot.standing(Standing.BLOCKED)), snapshot);
    }
    return stall.underWay() ? Step.ALERT : Step.NOTICED;
  }

  private Step rule(Ruling ruling, List<Sighting> blocked, Snapshot snapshot) {
    stall.forget();
    Blockage.Kind kind = kind(ruling);
    Supplier<Blockage> blockage = () -> Blockages.describe(kind, blocked, snapshot);
    Optional<Sighting> chosen = actors(blocked).stream()
        .filter(sighting -> sighting.info().getThreadState() == Thread.State.WAITING)
        .filter(sighting -> rulings.unanswered(sighting.thread()) < PATIENCE)
        .findFirst();
    if (chosen.isEmpty()) {
      reporter.unresolvable(blockage.get());
      return Step.QUIET;
    }
    reporter.found(kind, blockage);
    interrupt(chosen.get(), ruling);
    return Step.RULED;
  }

  private void interrupt(Sighting sighting, Ruling ruling) {
    victim = Optional.of(new Interrupted(sighting.thread(), sighting.waits()));
    rulings.announce(sighting.thread(), ruling);
  }

  private static List<Sighting> actors(List<Sighting> sightings) {
    return sightings.stream().filter(sighting -> sighting.actor().isPresent()).toList();
  }

  private static Blockage.Kind kind(Ruling ruling) {
    return switch (ruling) {
      case DEADLOCK -> Blockage.Kind.DEADLOCK;
      case STUCK -> Blockage.Kind.STUCK;
    };
  }

  private record Interrupted(Thread thread, long waits) {}
}
