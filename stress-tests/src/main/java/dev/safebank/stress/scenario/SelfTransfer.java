package dev.safebank.stress.scenario;

import dev.safebank.model.BankFactory;
import dev.safebank.model.Midway;
import dev.safebank.model.Promise;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.infra.results.LL_Result;

/** A transfer from an account to itself: is one lock taken twice, is money made? */
@Scenario(
    story = "One actor moves 50 from A to A; the other adds up all balances.",
    actors = {"A→A 50", "validate"},
    reports = "status, total",
    serial = "MOVED, 200",
    anomalies = {
      @Anomaly(
          outcomes = "MOVED, 150",
          breaks = Promise.CONSISTENT_TOTAL,
          meaning = "The validator looked between the withdrawal and the deposit."),
      @Anomaly(
          outcomes = "MOVED, 250",
          breaks = Promise.CONSISTENT_TOTAL,
          meaning = "The deposit overwrote the withdrawal: money was made.")
    })
public abstract class SelfTransfer extends BankScenario {

  protected SelfTransfer(BankFactory factory) {
    super(factory, 2, Midway.NOTHING);
  }

  @Actor
  public void transferToSelf(LL_Result r) {
    r.r1 = transfer(A, A, 50);
  }

  @Actor
  public void validate(LL_Result r) {
    r.r2 = validate();
  }
}
