package dev.safebank.stress.scenario;

import dev.safebank.model.BankFactory;
import dev.safebank.model.specification.AnomalyKind;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.infra.results.LLJ_Result;

/** A transfer that fails midway: is its lock released, and its withdrawal undone? */
@Scenario(
    story =
        "One transfer fails between withdrawal and deposit, another goes well; then the balances"
            + " are read.",
    accounts = 2,
    actors = {"A→B 50 failing midway", "A→B 30"},
    reports = "status, status, final total",
    meanings = {
      @Meaning(
          of = AnomalyKind.NOT_UNDONE,
          is =
              "The failed transfer's 50 never came back, or putting them back overwrote the other withdrawal.")
    })
public abstract class FailedTransfer extends BankScenario {

  private static final long FAILING_AMOUNT = 50;

  protected FailedTransfer(BankFactory factory) {
    super(factory, 2, FailedTransfer::failMidway);
  }

  private static void failMidway(int from, int to, long amount) {
    if (amount == FAILING_AMOUNT) {
      throw ScenarioFailure.INSTANCE;
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
