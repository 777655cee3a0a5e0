package dev.safebank.stress.watch;

import dev.safebank.evidence.Blockage;
import dev.safebank.evidence.BlockageKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.openjdk.jcstress.annotations.Actor;

/**
 * Runs actions as the actors of a test, in threads of their own, under a watchdog that checks when
 * the test says so. All threads are to be started before the first check.
 */
final class WatchedActors implements Reporter {

  private final PendingInterrupts interrupts = new PendingInterrupts();
  private final GuardedTest test = new GuardedTest(interrupts);
  private final ThreadGroup group = new ThreadGroup("actors");
  private final AtomicBoolean sampleBegan = new AtomicBoolean();
  private final AtomicLong now = new AtomicLong();
  private final WatchdogCheck watchdog;
  private final List<Blockage> found = new ArrayList<>();
  private final List<Blockage> unresolvable = new ArrayList<>();
  private final List<FutureTask<Object>> workers = new ArrayList<>();

  WatchedActors() {
    this(true);
  }

  /** Actors that answer an interrupt, or do not know the watchdog. */
  WatchedActors(boolean answered) {
    ActorMethods actors = new ActorMethods();
    actors.add(GuardedTest.class);
    ThreadSampler sampler =
        new ThreadSampler(actors, new TestThreads(Thread.currentThread(), group));
    EndlessCallDetector endless =
        new EndlessCallDetector(() -> sampleBegan.getAndSet(false), now::get, sampler::dump);
    watchdog = new WatchdogCheck(sampler, answered, endless, interrupts, this);
  }

  /** What an actor does; the result is what it reports. */
  interface Action {
    Object run() throws Exception;
  }

  /** What a thread does: calls of actors, and what comes between them. */
  interface Work {
    Object on(GuardedTest test) throws Exception;
  }

  /** Runs the action as the first actor, in a new thread. */
  void first(Action action) {
    worker("first worker", on -> on.first(action));
  }

  /** Runs the action as the second actor, in a new thread. */
  void second(Action action) {
    worker("second worker", on -> on.second(action));
  }

  /** Starts a thread that takes part. */
  void worker(String name, Work work) {
    FutureTask<Object> worker = new FutureTask<>(() -> work.on(test));
    workers.add(worker);
    Thread thread = new Thread(group, worker, name);
    thread.setDaemon(true);
    thread.start();
  }

  /** Checks until all threads are done; returns what each reported. */
  List<Object> runToTheEnd() throws Exception {
    while (!workers.stream().allMatch(FutureTask::isDone)) {
      watchdog.check();
    }
    List<Object> reports = new ArrayList<>();
    for (FutureTask<Object> worker : workers) {
      reports.add(worker.get());
    }
    return reports;
  }

  /** Checks until an actor was interrupted. */
  void checkUntilInterrupted() {
    while (found.isEmpty()) {
      watchdog.check();
    }
  }

  /** Checks until a blockage was found that no interrupt ends. */
  Blockage checkUntilUnresolvable() {
    while (unresolvable.isEmpty()) {
      watchdog.check();
    }
    return unresolvable.get(0);
  }

  /** A sample begins, as the watchdog will see when it next checks. */
  void sampleBegins() {
    sampleBegan.set(true);
  }

  /** Lets the watchdog's clock run on. */
  void timePasses(Duration time) {
    now.addAndGet(time.toNanos());
  }

  /** Checks many times, with half a second on the watchdog's clock between two checks. */
  void checkForLong(int checks) {
    for (int check = 0; check < checks; check++) {
      timePasses(Duration.ofMillis(500));
      watchdog.check();
    }
  }

  /** Checks until the condition holds, with half a second on the watchdog's clock in between. */
  void checkUntil(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      timePasses(Duration.ofMillis(500));
      watchdog.check();
    }
  }

  /** Checks many times as often as the proof of a stall needs. */
  void checkManyTimes() {
    for (int check = 0; check < 1_000; check++) {
      watchdog.check();
    }
  }

  /** The blockages that no interrupt ends, in order. */
  List<Blockage> unresolvable() {
    return unresolvable;
  }

  /** The blockages for which an actor was interrupted, and calls that linger, in order. */
  List<Blockage> found() {
    return found;
  }

  @Override
  public void found(BlockageKind kind, Supplier<Blockage> blockage) {
    found.add(blockage.get());
  }

  @Override
  public void unresolvable(Blockage blockage) {
    unresolvable.add(blockage);
  }

  /** The guarded test. */
  static final class GuardedTest {

    private final PendingInterrupts interrupts;

    private GuardedTest(PendingInterrupts interrupts) {
      this.interrupts = interrupts;
    }

    @Actor
    Object first(Action action) throws Exception {
      return run(action);
    }

    @Actor
    Object second(Action action) throws Exception {
      return run(action);
    }

    private Object run(Action action) throws Exception {
      try {
        return action.run();
      } catch (InterruptedException blocked) {
        Optional<BlockageKind> ruling = interrupts.answer();
        return ruling.isPresent() ? ruling.get() : "interrupted, not by the watchdog";
      }
    }
  }
}
