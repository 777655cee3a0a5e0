package dev.safebank.stress.scenario;

import dev.safebank.model.BankFactory;
import dev.safebank.model.Midway;
import dev.safebank.model.Promise;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.infra.results.LLL_Result;

/** Two validations in a row, while money moves: does a right total stay right? */
@Scenario(
    story = "One actor moves 50 from A to B; the other adds up all balances, twice.",
    actors = {"A→B 50", "validate, validate"},
    reports = "status, total, total",
    serial = "MOVED, 200, 200",
    anomalies = {
      @Anomaly(
          outcomes = {"MOVED, 150, 200", "MOVED, 250, 200"},
          breaks = Promise.CONSISTENT_TOTAL,
          meaning = "The first total was torn."),
      @Anomaly(
          outcomes = {"MOVED, 200, 150", "MOVED, 200, 250"},
          breaks = Promise.CONSISTENT_TOTAL,
          meaning = "The second total was torn, though the first was right."),
      @Anomaly(
          outcomes = {"MOVED, 150, 150", "MOVED, 150, 250", "MOVED, 250, 150", "MOVED, 250, 250"},
          breaks = Promise.CONSISTENT_TOTAL,
          meaning = "Both totals were torn.")
    })
public abstract class ValidateTwice extends BankScenario {

  protected ValidateTwice(BankFactory factory) {
    super(factory, 2, Midway.NOTHING);
  }

  @Actor
  public void transfer(LLL_Result r) {
    r.r1 = transfer(A, B, 50);
  }

  @Actor
  public void validateTwice(LLL_Result r) {
    r.r2 = validate();
    r.r3 = validate();
  }
}
