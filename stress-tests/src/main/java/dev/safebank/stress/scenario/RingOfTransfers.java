package dev.safebank.stress.scenario;

import dev.safebank.model.BankFactory;
import dev.safebank.model.Midway;
import dev.safebank.model.Promise;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.infra.results.LLLL_Result;

/** Money in a ring, A to B to C to A: the dining philosophers, at the bank. */
@Scenario(
    story = "Three actors move money around a ring of accounts; then the balances are read.",
    actors = {"A→B 50", "B→C 30", "C→A 20"},
    reports = "status, status, status, final total",
    serial = "MOVED, MOVED, MOVED, 300",
    anomalies = {
      @Anomaly(
          outcomes = {
            "MOVED, MOVED, MOVED, 200",
            "MOVED, MOVED, MOVED, 220",
            "MOVED, MOVED, MOVED, 230",
            "MOVED, MOVED, MOVED, 250",
            "MOVED, MOVED, MOVED, 270",
            "MOVED, MOVED, MOVED, 280"
          },
          breaks = Promise.CONSERVES_MONEY,
          meaning = "Withdrawals overwrote deposits: money was lost."),
      @Anomaly(
          outcomes = {
            "MOVED, MOVED, MOVED, 310",
            "MOVED, MOVED, MOVED, 320",
            "MOVED, MOVED, MOVED, 330",
            "MOVED, MOVED, MOVED, 350",
            "MOVED, MOVED, MOVED, 370",
            "MOVED, MOVED, MOVED, 380",
            "MOVED, MOVED, MOVED, 400"
          },
          breaks = Promise.CONSERVES_MONEY,
          meaning = "Deposits overwrote withdrawals: money was made.")
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
