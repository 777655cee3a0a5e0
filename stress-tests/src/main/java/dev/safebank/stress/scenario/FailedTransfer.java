package dev.safebank.stress.scenario;

import dev.safebank.model.BankFactory;
import dev.safebank.model.Promise;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.infra.results.LLJ_Result;

/** A transfer that fails midway: is its lock released, and its withdrawal undone? */
@Scenario(
    story =
        "One transfer fails between withdrawal and deposit, another goes well; then the balances"
            + " are read.",
    actors = {"A→B 50, failing midway", "A→B 30"},
    reports = "status, status, final total",
    serial = "FAILED, MOVED, 200",
    anomalies = {
      @Anomaly(
          outcomes = "FAILED, MOVED, 150",
          breaks = Promise.UNDOES_FAILED_TRANSFERS,
          meaning = "The failed transfer's 50 were withdrawn and never came back."),
      @Anomaly(
          outcomes = {"FAILED, MOVED, 230", "FAILED, MOVED, 250"},
          breaks = Promise.UNDOES_FAILED_TRANSFERS,
          meaning = "Putting the 50 back overwrote the other withdrawal, or was added to it twice.")
    },
    stuckBreaks = Promise.RELEASES_LOCKS)
public abstract class FailedTransfer extends BankScenario {

  private static final long FAILING_AMOUNT = 50;

  protected FailedTransfer(BankFactory factory) {
    super(factory, 2, FailedTransfer::failMidway);
  }

  private static void failMidway(int from, int to, long amount) {
    if (amount == FAILING_AMOUNT) {
      throw MidwayFailure.INSTANCE;
    }
  }

  @Actor
  public void transferAndFail(LLJ_Result r) {
    r.r1 = transfer(A, B, FAILING_AMOUNT);
  }

  @Actor
  public void transferThirty(LLJ_Result r) {
    r.r2 = transfer(A, B, 30);
  }

  @Arbiter
  public void readBalances(LLJ_Result r) {
    r.r3 = finalTotal();
  }
}
