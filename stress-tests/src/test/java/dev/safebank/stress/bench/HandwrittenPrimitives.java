package dev.safebank.stress.bench;

import dev.safebank.model.Bank;
import dev.safebank.model.Midway;
import dev.safebank.model.variants.GlobalLockBank;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZJ_Result;

/**
 * GlobalLockBank in TransferVersusValidate once more, with outcomes of primitive types: what it
 * costs that scenarios report objects.
 */
@JCStressTest
@State
@Outcome(id = "true, 200", expect = Expect.ACCEPTABLE, desc = "The total is whole.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The total is torn.")
public class HandwrittenPrimitives {

  private final Bank bank = new GlobalLockBank(new long[] {100, 100}, Midway.NOTHING);

  @Actor
  public void transfer(ZJ_Result r) {
    try {
      r.r1 = bank.transfer(0, 1, 50);
    } catch (InterruptedException unexpected) {
      throw new IllegalStateException(unexpected);
    }
  }

  @Actor
  public void validate(ZJ_Result r) {
    try {
      r.r2 = bank.validate();
    } catch (InterruptedException unexpected) {
      throw new IllegalStateException(unexpected);
    }
  }
}
