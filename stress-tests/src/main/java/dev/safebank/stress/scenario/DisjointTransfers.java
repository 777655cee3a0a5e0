package dev.safebank.stress.scenario;

import dev.safebank.model.BankFactory;
import dev.safebank.model.Midway;
import dev.safebank.model.Promise;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.infra.results.LLL_Result;

/** Two transfers that share no account, and a validator that shares one with each. */
@Scenario(
    story = "Two actors move money between accounts of their own; a third adds up all balances.",
    actors = {"A→B 50", "C→D 30", "validate"},
    reports = "status, status, total",
    serial = "MOVED, MOVED, 400",
    anomalies = {
      @Anomaly(
          outcomes = {
            "MOVED, MOVED, 320",
            "MOVED, MOVED, 350",
            "MOVED, MOVED, 370",
            "MOVED, MOVED, 380"
          },
          breaks = Promise.CONSISTENT_TOTAL,
          meaning = "The validator missed money that was on its way."),
      @Anomaly(
          outcomes = {
            "MOVED, MOVED, 420",
            "MOVED, MOVED, 430",
            "MOVED, MOVED, 450",
            "MOVED, MOVED, 480"
          },
          breaks = Promise.CONSISTENT_TOTAL,
          meaning = "The validator counted money twice.")
    })
public abstract class DisjointTransfers extends BankScenario {

  protected DisjointTransfers(BankFactory factory) {
    super(factory, 4, Midway.NOTHING);
  }

  @Actor
  public void transferAToB(LLL_Result r) {
    r.r1 = transfer(A, B, 50);
  }

  @Actor
  public void transferCToD(LLL_Result r) {
    r.r2 = transfer(C, D, 30);
  }

  @Actor
  public void validate(LLL_Result r) {
    r.r3 = validate();
  }
}
