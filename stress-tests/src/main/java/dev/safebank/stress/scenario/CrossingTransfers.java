package dev.safebank.stress.scenario;

import dev.safebank.model.BankFactory;
import dev.safebank.model.Midway;
import dev.safebank.model.specification.AnomalyKind;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.infra.results.LLJ_Result;

/** Two transfers in opposite directions: the shortest way into a deadlock. */
@Scenario(
    story = "One actor moves money from A to B, the other from B to A; then the balances are read.",
    accounts = 2,
    actors = {"A→B 50", "B→A 30"},
    reports = "status, status, final total",
    meanings = {
      @Meaning(
          of = AnomalyKind.LOST_MONEY,
          is = "A withdrawal overwrote a deposit: money was lost."),
      @Meaning(
          of = AnomalyKind.MADE_MONEY,
          is = "A deposit overwrote a withdrawal: money was created.")
    })
public abstract class CrossingTransfers extends BankScenario {

  protected CrossingTransfers(BankFactory factory) {
    super(factory, 2, Midway.NOTHING);
  }

  @Actor
  public void transferForth(LLJ_Result r) {
    r.r1 = transfer(A, B, 50);
  }

  @Actor
  public void transferBack(LLJ_Result r) {
    r.r2 = transfer(B, A, 30);
  }

  @Arbiter
  public void readBalances(LLJ_Result r) {
    r.r3 = finalTotal();
  }
}
