package dev.safebank.stress.run;

import dev.safebank.evidence.EvidenceWriter;
import dev.safebank.evidence.ForkRecord;
import dev.safebank.stress.run.fork.ForkRunner;
import dev.safebank.stress.run.plan.Parallelism;
import dev.safebank.stress.run.plan.PlannedFork;
import dev.safebank.stress.run.plan.Planner;
import dev.safebank.stress.run.progress.ProgressDisplay;
import dev.safebank.stress.run.progress.ProgressText;
import dev.safebank.stress.run.progress.Stopwatch;
import dev.safebank.stress.run.progress.UnexpectedOutcomes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Runs the planned forks, as many at a time as the machine has CPUs for, and appends each fork's
 * record to the evidence as soon as the fork ends.
 */
final class ForkExecutor {

  private static final Duration DISPLAY_INTERVAL = Duration.ofMillis(250);

  private final Planner planner;
  private final ForkRunner runner;
  private final EvidenceWriter evidence;
  private final ProgressDisplay display;
  private final Stopwatch stopwatch;
  private final Duration overrun;
  private final UnexpectedOutcomes unexpected = new UnexpectedOutcomes();
  private final List<PlannedFork> running = new ArrayList<>();
  private boolean stopped;
  private Optional<Exception> failure = Optional.empty();

  ForkExecutor(
      Planner planner,
      ForkRunner runner,
      EvidenceWriter evidence,
      ProgressDisplay display,
      Stopwatch stopwatch,
      Duration overrun) {
    this.planner = planner;
    this.runner = runner;
    this.evidence = evidence;
    this.display = display;
    this.stopwatch = stopwatch;
    this.overrun = overrun;
  }

  /**
   * Runs until the budget is spent, and its overrun if necessary, or nothing is left to run.
   *
   * @return false if it was stopped before that
   * @throws IOException if the evidence cannot be written
   */
  boolean run(Parallelism parallelism) throws IOException, InterruptedException {
    Semaphore actors = new Semaphore(parallelism.actors(), true);
    List<Thread> threads = new ArrayList<>();
    for (int worker = 1; worker <= parallelism.forks(); worker++) {
      Thread thread = new Thread(() -> work(actors), "stress-worker-" + worker);
      thread.setDaemon(true);
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      while (thread.isAlive()) {
        show();
        thread.join(DISPLAY_INTERVAL.toMillis());
      }
    }
    display.close();
    rethrow();
    return !stopped();
  }

  /** Stops: no fork is started any more, and none that ends is recorded. */
  synchronized void stop() {
    stopped = true;
    display.close();
    notifyAll();
  }

  private synchronized boolean stopped() {
    return stopped;
  }

  private void work(Semaphore actors) {
    try {
      Optional<PlannedFork> fork = take();
      while (fork.isPresent()) {
        put(fork.get(), runAmong(actors, fork.get()));
        fork = take();
      }
    } catch (IOException | InterruptedException | RuntimeException e) {
      fail(e);
    }
  }

  private ForkRecord runAmong(Semaphore actors, PlannedFork fork) throws InterruptedException {
    actors.acquire(fork.cell().actors());
    try {
      return runner.run(fork);
    } finally {
      actors.release(fork.cell().actors());
    }
  }

  /** The next fork; waits while the result of a running fork may lead to another. */
  private synchronized Optional<PlannedFork> take() throws InterruptedException {
    while (!stopped) {
      Optional<PlannedFork> next = planner.next(stopwatch.left(), overrun);
      if (next.isPresent()) {
        running.add(next.get());
        return next;
      }
      if (running.isEmpty()) {
        return Optional.empty();
      }
      wait();
    }
    return Optional.empty();
  }

  private synchronized void put(PlannedFork fork, ForkRecord record) throws IOException {
    running.remove(fork);
    if (!stopped) {
      evidence.append(record);
      planner.ended(fork, record);
      unexpected.in(fork, record).forEach(message -> display.say("UNEXPECTED: " + message));
    }
    notifyAll();
  }

  private synchronized void fail(Exception cause) {
    failure = failure.or(() -> Optional.of(cause));
    stop();
  }

  private synchronized void show() {
    if (!stopped) {
      display.show(
          ProgressText.line(planner.tally(), stopwatch.elapsed(), stopwatch.budget(), running),
          stopwatch.elapsed());
    }
  }

  private synchronized void rethrow() throws IOException, InterruptedException {
    if (failure.isPresent()) {
      Exception cause = failure.get();
      if (cause instanceof IOException e) {
        throw e;
      }
      if (cause instanceof UncheckedIOException e) {
        throw e.getCause();
      }
      throw new IllegalStateException("A worker of the stress run failed", cause);
    }
  }
}
