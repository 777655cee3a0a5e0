package dev.safebank.stress.watch;

import dev.safebank.stress.evidence.Blockage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.openjdk.jcstress.annotations.Actor;

/**
 * Acts, played by the actors of a test in threads of their own, under a patrol that goes a step
 * when it is told to. All threads are to be started before the first step.
 */
final class Rehearsal implements Reporter {

  private final Rulings rulings = new Rulings();
  private final Stage stage = new Stage(rulings);
  private final ThreadGroup group = new ThreadGroup("rehearsal");
  private final Patrol patrol;
  private final List<Blockage> found = new ArrayList<>();
  private final List<Blockage> unresolvable = new ArrayList<>();
  private final List<FutureTask<Object>> workers = new ArrayList<>();

  Rehearsal() {
    Actors actors = new Actors();
    actors.add(Stage.class);
    patrol = new Patrol(
        new Lookout(actors, new Participants(Thread.currentThread(), group)), rulings, this);
  }

  /** What an actor does, and reports. */
  interface Act {
    Object play() throws Exception;
  }

  /** What a thread does, and reports: acts, and what comes between them. */
  interface Work {
    Object on(Stage stage) throws Exception;
  }

  /** Plays the act as the first actor, in a new thread. */
  void first(Act act) {
    worker("first worker", on -> on.first(act));
  }

  /** Plays the act as the second actor, in a new thread. */
  void second(Act act) {
    worker("second worker", on -> on.second(act));
  }

  /** Starts a thread that takes part. */
  void worker(String name, Work work) {
    FutureTask<Object> worker = new FutureTask<>(() -> work.on(stage));
    workers.add(worker);
    Thread thread = new Thread(group, worker, name);
    thread.setDaemon(true);
    thread.start();
  }

  /** Goes on until all threads are done; returns what each reported. */
  List<Object> playToTheEnd() throws Exception {
    while (!workers.stream().allMatch(FutureTask::isDone)) {
      patrol.step();
    }
    List<Object> reports = new ArrayList<>();
    for (FutureTask<Object> worker : workers) {
      reports.add(worker.get());
    }
    return reports;
  }

  /** Goes on until something was ruled. */
  void playUntilRuled() {
    while (found.isEmpty()) {
      patrol.step();
    }
  }

  /** Goes on until something was found that cannot be resolved. */
  Blockage playUntilUnresolvable() {
    while (unresolvable.isEmpty()) {
      patrol.step();
    }
    return unresolvable.get(0);
  }

  /** Goes many times the steps that prove a stall. */
  void playOn() {
    for (int step = 0; step < 1_000; step++) {
      patrol.step();
    }
  }

  /** What was ruled so far, in order. */
  List<Blockage> found() {
    return found;
  }

  @Override
  public void found(Blockage.Kind kind, Supplier<Blockage> blockage) {
    found.add(blockage.get());
  }

  @Override
  public void unresolvable(Blockage blockage) {
    unresolvable.add(blockage);
  }

  /** The guarded test. */
  static final class Stage {

    private final Rulings rulings;

    private Stage(Rulings rulings) {
      this.rulings = rulings;
    }

    @Actor
    Object first(Act act) throws Exception {
      return play(act);
    }

    @Actor
    Object second(Act act) throws Exception {
      return play(act);
    }

    private Object play(Act act) throws Exception {
      try {
        return act.play();
      } catch (InterruptedException blocked) {
        Optional<Ruling> ruling = rulings.answer();
        return ruling.isPresent() ? ruling.get() : "interrupted by nobody known";
      }
    }
  }
}
