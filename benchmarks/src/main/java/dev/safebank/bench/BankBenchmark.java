package dev.safebank.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** What a variant costs: with traffic, and validating alone. */
public class BankBenchmark {

  /**
   * Transfers and validations, mixed, by all threads; how many a second. A thread's average time
   * for one is the number of threads divided by this.
   */
  @Benchmark
  @BenchmarkMode(Mode.Throughput)
  @OutputTimeUnit(TimeUnit.SECONDS)
  public long traffic(OpenBank bank, Customer customer) throws InterruptedException {
    return customer.errands().next(bank.bank());
  }

  /** One validation while nobody transfers; how long it takes. */
  @Benchmark
  @BenchmarkMode(Mode.AverageTime)
  @OutputTimeUnit(TimeUnit.NANOSECONDS)
  public long validate(OpenBank bank) throws InterruptedException {
    return bank.bank().validate();
  }
}
