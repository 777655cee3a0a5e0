package dev.safebank.stress.scenario;

import dev.safebank.model.BankFactory;
import dev.safebank.model.Midway;
import dev.safebank.model.specification.AnomalyKind;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.infra.results.LLJ_Result;

/** Two transfers out of one account that can afford only one: check, then act. */
@Scenario(
    story = "Two actors each move 80 out of A, which holds 100; then A's balance is read.",
    accounts = 3,
    actors = {"A→B 80", "A→C 80"},
    reports = "status, status, balance of A",
    meanings = {
      @Meaning(of = AnomalyKind.OVERDRAFT, is = "Both checked the funds before either withdrew."),
      @Meaning(
          of = AnomalyKind.LOST_TRANSFER,
          is = "One withdrawal overwrote the other: 160 left an account that paid 80.")
    })
public abstract class Overdraw extends BankScenario {

  protected Overdraw(BankFactory factory) {
    super(factory, 3, Midway.NOTHING);
  }

  @Actor
  public void transferToB(LLJ_Result r) {
    r.r1 = transfer(A, B, 80);
  }

  @Actor
  public void transferToC(LLJ_Result r) {
    r.r2 = transfer(A, C, 80);
  }

  @Arbiter
  public void readBalance(LLJ_Result r) {
    r.r3 = finalBalance(A);
  }
}
