package dev.safebank.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** The benchmarks of a variant: transfers and validations mixed, and validations alone. */
public class BankBenchmark {

  /**
   * Transfers and validations, mixed, by all threads: calls a second. A thread's average time for
   * one call is the number of threads divided by this.
   */
  @Benchmark
  @BenchmarkMode(Mode.Throughput)
  @OutputTimeUnit(TimeUnit.SECONDS)
  public long traffic(BankState bank, WorkloadState thread) throws InterruptedException {
    return thread.workload().next(bank.bank());
  }

  /** One validation while no other thread uses the bank: nanoseconds. */
  @Benchmark
  @BenchmarkMode(Mode.AverageTime)
  @OutputTimeUnit(TimeUnit.NANOSECONDS)
  public long validate(BankState bank) throws InterruptedException {
    return bank.bank().validate();
  }
}
