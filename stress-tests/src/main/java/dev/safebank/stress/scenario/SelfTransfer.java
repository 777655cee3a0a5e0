package dev.safebank.stress.scenario;

import dev.safebank.model.BankFactory;
import dev.safebank.model.Midway;
import dev.safebank.model.specification.AnomalyKind;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.infra.results.LL_Result;

/** A transfer from an account to itself: is one lock acquired twice, is money created? */
@Scenario(
    story = "One actor moves 50 from A to A; the other adds up all balances.",
    accounts = 2,
    actors = {"A→A 50", "validate"},
    reports = "status, total",
    meanings = {
      @Meaning(
          of = AnomalyKind.TORN_TOTAL,
          is =
              "The validator looked between the withdrawal and the deposit, or the deposit overwrote the withdrawal.")
    })
public abstract class SelfTransfer extends BankScenario {

  protected SelfTransfer(BankFactory factory) {
    super(factory, 2, Midway.NOTHING);
  }

  @Actor
  public void transferToSelf(LL_Result r) {
    r.r1 = transfer(A, A, 50);
  }

  @Actor
  public void validate(LL_Result r) {
    r.r2 = validate();
  }
}
