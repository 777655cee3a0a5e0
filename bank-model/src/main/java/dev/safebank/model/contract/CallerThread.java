package dev.safebank.model.contract;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * A thread that runs tasks one after the other. A task that does not end blocks neither the one who
 * waits for it nor the end of the program.
 */
final class CallerThread implements AutoCloseable {

  private static final int POLLS = 200;
  private static final long NANOS_BETWEEN_POLLS = 50_000;

  private final ExecutorService executor = Executors.newSingleThreadExecutor(this::newThread);
  private final Duration timeLimit;
  private volatile Thread thread;

  /** A thread for tasks that may take so long each. */
  CallerThread(Duration timeLimit) {
    this.timeLimit = timeLimit;
  }

  private Thread newThread(Runnable tasks) {
    thread = new Thread(tasks, "caller of a bank");
    thread.setDaemon(true);
    return thread;
  }

  /** Starts a task. */
  <T> Future<T> start(Callable<T> task) {
    return executor.submit(task);
  }

  /**
   * The result of a task, which is not null.
   *
   * @return empty if the task has not ended within the time limit
   * @throws ContractViolation if the task threw it
   */
  <T> Optional<T> result(Future<T> task) throws InterruptedException {
    try {
      return Optional.of(task.get(timeLimit.toNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException running) {
      return Optional.empty();
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof ContractViolation violation) {
        throw violation;
      }
      throw new IllegalStateException("a task must handle what it throws", failure.getCause());
    }
  }

  /** Where in the bank the thread is, e.g. {@code WAITING at MyBank.transfer(MyBank.java:12)}. */
  String position(Class<?> bank) {
    List<String> classes = Stream.<Class<?>>iterate(bank, Class::getSuperclass)
        .takeWhile(Objects::nonNull)
        .map(Class::getName)
        .toList();
    String frame = Stream.of(thread.getStackTrace())
        .filter(element -> classes.contains(element.getClassName()))
        .findFirst()
        .map(CallerThread::words)
        .orElse("");
    return thread.getState() + frame;
  }

  private static String words(StackTraceElement frame) {
    String name = frame.getClassName();
    return " at "
        + name.substring(name.lastIndexOf('.') + 1)
        + "."
        + frame.getMethodName()
        + "("
        + frame.getFileName()
        + ":"
        + frame.getLineNumber()
        + ")";
  }

  /** Polls the thread until it waits or the task has ended; one that spins, for some time only. */
  void awaitWaiting(Future<?> task) {
    for (int poll = 0; poll < POLLS && !task.isDone(); poll++) {
      switch (thread.getState()) {
        case WAITING, TIMED_WAITING, BLOCKED -> {
          return;
        }
        default -> LockSupport.parkNanos(NANOS_BETWEEN_POLLS);
      }
    }
  }

  /** Interrupts the task in progress. */
  void interrupt() {
    thread.interrupt();
  }

  /** Ends the thread; a task in progress is interrupted. */
  @Override
  public void close() {
    executor.shutdownNow();
  }
}
