package dev.safebank.stress.scenario;

import dev.safebank.model.BankFactory;
import dev.safebank.model.Midway;
import dev.safebank.model.specification.AnomalyKind;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.infra.results.LLLL_Result;

/** Two transfers between the same accounts: is an update lost? */
@Scenario(
    story = "Two actors move money from A to B at the same time; then the balances are read.",
    accounts = 2,
    actors = {"A→B 50", "A→B 30"},
    reports = "status, status, balance of A, balance of B",
    meanings = {
      @Meaning(
          of = AnomalyKind.MADE_MONEY,
          is = "One withdrawal overwrote the other: money was created."),
      @Meaning(
          of = AnomalyKind.LOST_MONEY,
          is = "One deposit overwrote the other: money was lost."),
      @Meaning(
          of = AnomalyKind.LOST_TRANSFER,
          is = "One whole transfer was overwritten: it said MOVED, and nothing moved.")
    })
public abstract class RacingTransfers extends BankScenario {

  protected RacingTransfers(BankFactory factory) {
    super(factory, 2, Midway.NOTHING);
  }

  @Actor
  public void transferFifty(LLLL_Result r) {
    r.r1 = transfer(A, B, 50);
  }

  @Actor
  public void transferThirty(LLLL_Result r) {
    r.r2 = transfer(A, B, 30);
  }

  @Arbiter
  public void readBalances(LLLL_Result r) {
    r.r3 = finalBalance(A);
    r.r4 = finalBalance(B);
  }
}
