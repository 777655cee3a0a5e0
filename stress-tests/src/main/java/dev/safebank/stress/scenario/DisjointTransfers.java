package dev.safebank.stress.scenario;

import dev.safebank.model.BankFactory;
import dev.safebank.model.Midway;
import dev.safebank.model.specification.AnomalyKind;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.infra.results.LLL_Result;

/** Two transfers without a common account, and a validator that reads the accounts of both. */
@Scenario(
    story = "Two actors move money between accounts of their own; a third adds up all balances.",
    accounts = 4,
    actors = {"A→B 50", "C→D 30", "validate"},
    reports = "status, status, total",
    meanings = {
      @Meaning(
          of = AnomalyKind.TORN_TOTAL,
          is = "The validator missed money that was on its way, or counted it twice.")
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
