package dev.safebank.stress.scenario;

import dev.safebank.model.BankFactory;
import dev.safebank.model.Midway;
import dev.safebank.model.specification.AnomalyKind;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.infra.results.LL_Result;

/** A validation from within a transfer: may a thread inside the bank call it again? */
@Scenario(
    story = "One actor moves money and adds up all balances in the same step, the other moves money"
        + " back.",
    accounts = 2,
    actors = {"A→B 50 and validate", "B→A 30"},
    reports = "total, status",
    meanings = {
      @Meaning(
          of = AnomalyKind.TORN_TOTAL,
          is =
              "The validator missed money that the other transfer had on its way, or counted it twice.")
    })
public abstract class NestedValidate extends BankScenario {

  protected NestedValidate(BankFactory factory) {
    super(factory, 2, Midway.NOTHING);
  }

  @Actor
  public void transferAndValidate(LL_Result r) {
    r.r1 = transferAndValidate(A, B, 50);
  }

  @Actor
  public void transferBack(LL_Result r) {
    r.r2 = transfer(B, A, 30);
  }
}
