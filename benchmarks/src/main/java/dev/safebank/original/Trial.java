package dev.safebank.original;

import dev.safebank.model.Bank;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Lets tellers loose on one bank. */
final class Trial {

  /** How long interrupted threads may take to end. */
  private static final Duration GRACE = Duration.ofSeconds(2);

  private final Bank bank;
  private final Settings settings;
  private final Tally tally;
  private final Duration patience;
  private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();

  Trial(Bank bank, Settings settings, Tally tally, Duration patience) {
    this.bank = bank;
    this.settings = settings;
    this.tally = tally;
    this.patience = patience;
  }

  /**
   * What came of it.
   *
   * @param nanos until all threads had ended, or it was found that they would not
   * @param transfers how many were completed by then, with their validations
   * @param finalTotal the sum of the balances in the end
   * @param abandoned threads that an interrupt did not end
   */
  record Result(Ending ending, long nanos, long transfers, long finalTotal, int abandoned) {}

  /**
   * Runs all tellers to their end, or until they cannot go on; then interrupts them.
   *
   * @throws IllegalStateException if a call threw anything but an interrupt
   */
  Result run() throws InterruptedException {
    List<Teller> tellers = IntStream.range(0, settings.threads())
        .mapToObj(number -> new Teller(bank, settings, number, tally))
        .toList();
    List<Thread> threads = IntStream.range(0, settings.threads())
        .mapToObj(number -> thread(number, tellers.get(number)))
        .toList();
    long start = System.nanoTime();
    threads.forEach(Thread::start);
    Ending ending = new Overseer(threads, () -> completed(tellers), patience).await();
    long nanos = System.nanoTime() - start;
    long transfers = completed(tellers);
    int abandoned = ending == Ending.FINISHED ? 0 : free(threads);
    if (!failures.isEmpty()) {
      throw new IllegalStateException(
          bank.getClass().getSimpleName() + " failed: " + failures.peek(), failures.peek());
    }
    long finalTotal = LongStream.of(bank.balances()).sum();
    return new Result(ending, nanos, transfers, finalTotal, abandoned);
  }

  /** A daemon: one that cannot be ended does not keep the program from ending. */
  private Thread thread(int number, Teller teller) {
    Thread thread = new Thread(teller, "thread " + (number + 1));
    thread.setDaemon(true);
    thread.setUncaughtExceptionHandler((failed, failure) -> failures.add(failure));
    return thread;
  }

  /** Interrupts all, and returns how many did not end. */
  private static int free(List<Thread> threads) throws InterruptedException {
    threads.forEach(Thread::interrupt);
    long deadline = System.nanoTime() + GRACE.toNanos();
    for (Thread thread : threads) {
      TimeUnit.NANOSECONDS.timedJoin(thread, Math.max(1, deadline - System.nanoTime()));
    }
    return Math.toIntExact(threads.stream().filter(Thread::isAlive).count());
  }

  private static long completed(List<Teller> tellers) {
    return tellers.stream().mapToLong(Teller::completed).sum();
  }
}
