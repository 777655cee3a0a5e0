package dev.safebank.stress.run;

import dev.safebank.stress.evidence.EvidenceWriter;
import dev.safebank.stress.evidence.ForkRecord;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Runs what the planner plans, in as many lanes as the machine has room for, and appends each
 * fork's record to the evidence as soon as the fork ends.
 */
final class Campaign {

  private static final Duration BETWEEN_SHOWS = Duration.ofMillis(250);

  private final Planner planner;
  private final ForkRunner runner;
  private final EvidenceWriter evidence;
  private final ProgressDisplay display;
  private final Stopwatch stopwatch;
  private final Duration overrun;
  private final Surprises surprises = new Surprises();
  private final List<PlannedFork> running = new ArrayList<>();
  private boolean stopped;
  private Optional<Exception> failure = Optional.empty();

  Campaign(
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
   * Runs until the budget is spent, and its overrun if that is needed, or nothing is left to do.
   *
   * @return false if it was stopped before
   * @throws IOException if the evidence cannot be written
   */
  boolean run(Lanes lanes) throws IOException, InterruptedException {
    Semaphore actors = new Semaphore(lanes.actors(), true);
    List<Thread> threads = new ArrayList<>();
    for (int lane = 1; lane <= lanes.forks(); lane++) {
      Thread thread = new Thread(() -> work(actors), "stress-lane-" + lane);
      thread.setDaemon(true);
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      while (thread.isAlive()) {
        show();
        thread.join(BETWEEN_SHOWS.toMillis());
      }
    }
    display.close();
    rethrow();
    return !stopped();
  }

  /** From now on no fork is started, and none that ends is recorded. */
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

  /** The next fork; waits while one that is under way may still give cause for another. */
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
      surprises.in(fork, record).forEach(surprise -> display.say("SURPRISE: " + surprise));
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
      throw new IllegalStateException("A lane of the stress run failed", cause);
    }
  }
}
