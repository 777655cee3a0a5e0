package dev.safebank.stress.scenario;

import dev.safebank.model.BankFactory;
import dev.safebank.model.Midway;
import dev.safebank.model.specification.AnomalyKind;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.infra.results.LL_Result;

/** One transfer and one validation: can the validator see a transfer in progress? */
@Scenario(
    story = "One actor moves 50 from A to B; the other adds up all balances.",
    accounts = 2,
    actors = {"A→B 50", "validate"},
    reports = "status, total",
    meanings = {
      @Meaning(
          of = AnomalyKind.TORN_TOTAL,
          is =
              "The validator looked while the 50 were on their way: it missed them, or counted them twice.")
    })
public abstract class TransferVersusValidate extends BankScenario {

  protected TransferVersusValidate(BankFactory factory) {
    super(factory, 2, Midway.NOTHING);
  }

  @Actor
  public void transfer(LL_Result r) {
    r.r1 = transfer(A, B, 50);
  }

  @Actor
  public void validate(LL_Result r) {
    r.r2 = validate();
  }
}
