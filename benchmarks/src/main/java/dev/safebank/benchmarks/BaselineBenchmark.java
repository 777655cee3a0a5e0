package dev.safebank.benchmarks;

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

/** The cost of single locking operations, to compare the variants with. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class BaselineBenchmark {

  private final Lock lock = new ReentrantLock();
  private final AtomicLong first = new AtomicLong();
  private final AtomicLong second = new AtomicLong();
  private long inside;

  /** Acquires and releases an uncontended lock. */
  @Benchmark
  public long uncontendedLock() {
    lock.lock();
    try {
      return inside++;
    } finally {
      lock.unlock();
    }
  }

  /** Changes two numbers by an uncontended compare-and-set each. */
  @Benchmark
  public boolean twoCompareAndSets() {
    long before = first.get();
    return first.compareAndSet(before, before + 1) && second.compareAndSet(before, before + 1);
  }
}
