package dev.safebank.benchmarks.original;

import dev.safebank.evidence.cost.OriginalProgramSettings;
import dev.safebank.evidence.cost.Termination;
import dev.safebank.model.Bank;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Runs threads against one bank, and waits for them to finish or to be unable to continue. */
final class Trial {

  /** How long interrupted threads may take to end. */
  private static final Duration INTERRUPT_TIMEOUT = Duration.ofSeconds(2);

  private final Bank bank;
  private final OriginalProgramSettings settings;
  private final AnomalyCounter anomalies;
  private final Duration timeout;
  private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();

  /**
   * Prepares a trial.
   *
   * @param timeout how long threads may run without completing a transfer
   */
  Trial(Bank bank, OriginalProgramSettings settings, AnomalyCounter anomalies, Duration timeout) {
    this.bank = bank;
    this.settings = settings;
    this.anomalies = anomalies;
    this.timeout = timeout;
  }

  /**
   * The outcome of a trial.
   *
   * @param nanos until all threads had ended, or it was detected that they could not
   * @param transfers completed until then, with their validations
   * @param finalTotal the sum of the balances in the end
   * @param abandoned threads that an interrupt did not end
   */
  record TrialResult(
      Termination ending, long nanos, long transfers, long finalTotal, int abandoned) {}

  /**
   * Runs all threads until they end or cannot continue, and interrupts them then.
   *
   * @throws IllegalStateException if a call threw anything but an interrupt
   */
  TrialResult run() throws InterruptedException {
    List<TransferLoop> loops = IntStream.range(0, settings.threads())
        .mapToObj(number -> new TransferLoop(bank, settings, number, anomalies))
        .toList();
    List<Thread> threads = IntStream.range(0, settings.threads())
        .mapToObj(number -> thread(number, loops.get(number)))
        .toList();
    long start = System.nanoTime();
    threads.forEach(Thread::start);
    Termination ending = new TerminationMonitor(threads, () -> completed(loops), timeout).await();
    long nanos = System.nanoTime() - start;
    long transfers = completed(loops);
    int abandoned = ending == Termination.FINISHED ? 0 : interrupt(threads);
    if (!failures.isEmpty()) {
      throw new IllegalStateException(
          bank.getClass().getSimpleName() + " failed: " + failures.peek(), failures.peek());
    }
    long finalTotal = LongStream.of(bank.balances()).sum();
    return new TrialResult(ending, nanos, transfers, finalTotal, abandoned);
  }

  /** A daemon, so that a thread that no interrupt ends does not keep the program from ending. */
  private Thread thread(int number, TransferLoop loop) {
    Thread thread = new Thread(loop, "thread " + (number + 1));
    thread.setDaemon(true);
    thread.setUncaughtExceptionHandler((failed, failure) -> failures.add(failure));
    return thread;
  }

  /** Interrupts all threads, and returns how many did not end. */
  private static int interrupt(List<Thread> threads) throws InterruptedException {
    threads.forEach(Thread::interrupt);
    long deadline = System.nanoTime() + INTERRUPT_TIMEOUT.toNanos();
    for (Thread thread : threads) {
      TimeUnit.NANOSECONDS.timedJoin(thread, Math.max(1, deadline - System.nanoTime()));
    }
    return Math.toIntExact(threads.stream().filter(Thread::isAlive).count());
  }

  private static long completed(List<TransferLoop> loops) {
    return loops.stream().mapToLong(TransferLoop::completed).sum();
  }
}
