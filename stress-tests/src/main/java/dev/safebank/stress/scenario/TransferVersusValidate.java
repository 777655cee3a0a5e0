package dev.safebank.stress.scenario;

import dev.safebank.model.BankFactory;
import dev.safebank.model.Midway;
import dev.safebank.model.Promise;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.infra.results.LL_Result;

/** The question that it all began with: can a validator see money that is on its way? */
@Scenario(
    story = "One actor moves 50 from A to B; the other adds up all balances.",
    actors = {"A→B 50", "validate"},
    reports = "status, total",
    serial = "MOVED, 200",
    anomalies = {
      @Anomaly(
          outcomes = "MOVED, 150",
          breaks = Promise.CONSISTENT_TOTAL,
          meaning = "The validator counted neither the withdrawn 50 nor the deposited."),
      @Anomaly(
          outcomes = "MOVED, 250",
          breaks = Promise.CONSISTENT_TOTAL,
          meaning = "The validator counted the 50 twice: before the withdrawal, after the deposit.")
    })
public abstract class TransferVersusValidate extends BankScenario {

  protected TransferVersusValidate(BankFactory factory) {
    super(factory, 2, Midway.NOTHING);
  }

  @Actor
  public void transfer(LL_Result r) {
    r.r1 = transfer(A, B, 50);
  }

  @Actor
  public void validate(LL_Result r) {
    r.r2 = validate();
  }
}
