package dev.safebank.benchmarks;

import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.ThreadParams;

/** The workload of one thread of a benchmark. */
@State(Scope.Thread)
public class WorkloadState {

  /** The validations among 100 calls. */
  @Param("1")
  public int validations;

  /** The distribution by which accounts are chosen. */
  @Param("UNIFORM")
  public AccountDistribution distribution;

  private Workload workload;

  /** Chooses the calls, different ones for each thread. */
  @Setup
  public void choose(BankState bank, ThreadParams thread) {
    workload = new Workload(bank.accounts, validations, distribution, thread.getThreadIndex());
  }

  Workload workload() {
    return workload;
  }
}
