package dev.safebank.explore.search;

import dev.safebank.explore.runtime.ExplorationSession;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Runs a task of an exploration on a thread of its own, and gives it up when it no longer gets on:
 * when an actor runs, or waits for something that the explorer does not control, for too long
 * without coming to its next step. A task that is given up is left behind with its threads.
 */
final class Supervisor {

  private static final long INTERVAL_MILLIS = 50;
  private static final int CALLERS_NAMED = 3;
  private static final String PROGRAM_LOADER = "explorer";

  private final ExplorationSession session;
  private final Duration stepTimeout;
  private final Supplier<Thread> carrier;

  /** The thread of the task; null before it has one. */
  private volatile Thread worker;

  /**
   * @param stepTimeout how long the task may go without a step
   * @param carrier tells which thread has control
   */
  Supervisor(ExplorationSession session, Duration stepTimeout, Supplier<Thread> carrier) {
    this.session = session;
    this.stepTimeout = stepTimeout;
    this.carrier = carrier;
  }

  /**
   * Runs a task to its end.
   *
   * @param most how long it may take in all
   * @param meanwhile is run now and then
   * @return why it was given up; empty if it came to its end
   */
  Optional<String> run(Runnable task, Duration most, Runnable meanwhile) {
    CountDownLatch over = new CountDownLatch(1);
    session.start(
        () -> {
          worker = Thread.currentThread();
          try {
            task.run();
          } finally {
            over.countDown();
          }
        },
        "explorer");
    long looks = most.toMillis() / INTERVAL_MILLIS;
    long mostIdleLooks = stepTimeout.toMillis() / INTERVAL_MILLIS;
    long idleLooks = 0;
    long beats = session.progress();
    try {
      while (!over.await(INTERVAL_MILLIS, TimeUnit.MILLISECONDS)) {
        meanwhile.run();
        idleLooks = session.progress() == beats ? idleLooks + 1 : 0;
        beats = session.progress();
        if (idleLooks > mostIdleLooks || --looks < 0) {
          return Optional.of(givenUp());
        }
      }
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      session.abandon();
      return Optional.of("the thread that explores was interrupted");
    }
  }

  private String givenUp() {
    String who = session.runningActor().orElse("the program, while no actor runs,");
    StackTraceElement[] stack = Optional.ofNullable(carrier.get())
        .or(() -> Optional.ofNullable(worker))
        .map(Thread::getStackTrace)
        .orElseGet(() -> new StackTraceElement[0]);
    session.abandon();
    return "%s has not come to its next step within %d s: it is at %s"
        .formatted(who, stepTimeout.toSeconds(), where(stack));
  }

  /** The method that runs, and the innermost lines of the program that lead there. */
  private static String where(StackTraceElement[] stack) {
    StringBuilder text = new StringBuilder();
    if (stack.length > 0 && !isOfProgram(stack[0])) {
      text.append(stack[0].getClassName()).append('.').append(stack[0].getMethodName());
    }
    Arrays.stream(stack)
        .filter(Supervisor::isOfProgram)
        .limit(CALLERS_NAMED)
        .forEach(frame -> text.append(text.isEmpty() ? "" : ", called at ")
            .append("%s.%s (%s:%d)"
                .formatted(
                    frame.getClassName(),
                    frame.getMethodName(),
                    frame.getFileName(),
                    frame.getLineNumber())));
    return text.isEmpty() ? "an unknown place" : text.toString();
  }

  private static boolean isOfProgram(StackTraceElement frame) {
    return PROGRAM_LOADER.equals(frame.getClassLoaderName())
        && !frame.getMethodName().startsWith("$safebank$");
  }
}
