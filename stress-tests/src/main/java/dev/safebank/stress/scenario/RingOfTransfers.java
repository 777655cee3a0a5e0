package dev.safebank.stress.scenario;

import dev.safebank.model.BankFactory;
import dev.safebank.model.Midway;
import dev.safebank.model.specification.AnomalyKind;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.infra.results.LLLL_Result;

/** Three transfers in a ring, A to B to C to A: a deadlock of three, as of dining philosophers. */
@Scenario(
    story = "Three actors move money around a ring of accounts; then the balances are read.",
    accounts = 3,
    actors = {"A→B 50", "B→C 30", "C→A 20"},
    reports = "status, status, status, final total",
    meanings = {
      @Meaning(of = AnomalyKind.LOST_MONEY, is = "Withdrawals overwrote deposits: money was lost."),
      @Meaning(
          of = AnomalyKind.MADE_MONEY,
          is = "Deposits overwrote withdrawals: money was created.")
    })
public abstract class RingOfTransfers extends BankScenario {

  protected RingOfTransfers(BankFactory factory) {
    super(factory, 3, Midway.NOTHING);
  }

  @Actor
  public void transferAToB(LLLL_Result r) {
    r.r1 = transfer(A, B, 50);
  }

  @Actor
  public void transferBToC(LLLL_Result r) {
    r.r2 = transfer(B, C, 30);
  }

  @Actor
  public void transferCToA(LLLL_Result r) {
    r.r3 = transfer(C, A, 20);
  }

  @Arbiter
  public void readBalances(LLLL_Result r) {
    r.r4 = finalTotal();
  }
}
