package dev.safebank.stress.bench;

import dev.safebank.model.Bank;
import dev.safebank.model.Midway;
import dev.safebank.model.variants.UnsafeBank;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/** UnsafeBank in TransferVersusValidate, written by hand in plain jcstress. */
@JCStressTest
@State
@Outcome(id = "MOVED, 200", expect = Expect.ACCEPTABLE, desc = "The total is whole.")
@Outcome(
    id = {"MOVED, 150", "MOVED, 250"},
    expect = Expect.ACCEPTABLE_INTERESTING,
    desc = "The total is torn.")
@Outcome(expect = Expect.FORBIDDEN, desc = "No known way leads here.")
public class HandwrittenUnsafe {

  private final Bank bank = new UnsafeBank(new long[] {100, 100}, Midway.NOTHING);

  private enum Status {
    MOVED,
    REFUSED
  }

  @Actor
  public void transfer(LL_Result r) {
    try {
      r.r1 = bank.transfer(0, 1, 50) ? Status.MOVED : Status.REFUSED;
    } catch (InterruptedException unexpected) {
      throw new IllegalStateException(unexpected);
    }
  }

  @Actor
  public void validate(LL_Result r) {
    try {
      r.r2 = bank.validate();
    } catch (InterruptedException unexpected) {
      throw new IllegalStateException(unexpected);
    }
  }
}
