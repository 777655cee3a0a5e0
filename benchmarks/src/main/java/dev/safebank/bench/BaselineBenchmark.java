package dev.safebank.bench;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What the smallest parts of a locking cost by themselves, to judge the whole by. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class BaselineBenchmark {

  private final Lock lock = new ReentrantLock();
  private final AtomicLong first = new AtomicLong();
  private final AtomicLong second = new AtomicLong();
  private long inside;

  /** One lock that nobody else wants, taken and given back. */
  @Benchmark
  public long uncontendedLock() {
    lock.lock();
    try {
      return inside++;
    } finally {
      lock.unlock();
    }
  }

  /** Two numbers that nobody else changes, each changed by a compare-and-set. */
  @Benchmark
  public boolean twoCompareAndSets() {
    long before = first.get();
    return first.compareAndSet(before, before + 1) && second.compareAndSet(before, before + 1);
  }
}
