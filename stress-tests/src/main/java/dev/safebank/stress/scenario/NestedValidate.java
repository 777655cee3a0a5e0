package dev.safebank.stress.scenario;

import dev.safebank.model.BankFactory;
import dev.safebank.model.Midway;
import dev.safebank.model.Promise;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.infra.results.LL_Result;

/** A validation from within a transfer: may a thread inside the bank call it again? */
@Scenario(
    story = "One actor moves money and adds up all balances in the same step, the other moves money"
        + " back.",
    actors = {"A→B 50 and validate", "B→A 30"},
    reports = "total, status",
    serial = "200, MOVED",
    anomalies = {
      @Anomaly(
          outcomes = {"120, MOVED", "150, MOVED", "170, MOVED", "180, MOVED"},
          breaks = Promise.CONSISTENT_TOTAL,
          meaning = "The validator missed money that the other transfer had on its way, or lost."),
      @Anomaly(
          outcomes = {"220, MOVED", "230, MOVED", "250, MOVED", "280, MOVED"},
          breaks = Promise.CONSISTENT_TOTAL,
          meaning = "The validator counted money of the other transfer twice.")
    },
    stuckBreaks = Promise.NESTS)
public abstract class NestedValidate extends BankScenario {

  protected NestedValidate(BankFactory factory) {
    super(factory, 2, Midway.NOTHING);
  }

  @Actor
  public void transferAndValidate(LL_Result r) {
    r.r1 = transferAndValidate(A, B, 50);
  }

  @Actor
  public void transferBack(LL_Result r) {
    r.r2 = transfer(B, A, 30);
  }
}
