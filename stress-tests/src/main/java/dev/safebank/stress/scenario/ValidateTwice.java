package dev.safebank.stress.scenario;

import dev.safebank.model.BankFactory;
import dev.safebank.model.Midway;
import dev.safebank.model.specification.AnomalyKind;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.infra.results.LLL_Result;

/** One transfer and two validations: is the second total as correct as the first? */
@Scenario(
    story = "One actor moves 50 from A to B; the other adds up all balances, twice.",
    accounts = 2,
    actors = {"A→B 50", "validate, validate"},
    reports = "status, total, total",
    meanings = {
      @Meaning(of = AnomalyKind.TORN_TOTAL, is = "A total was torn, though the other may be right.")
    })
public abstract class ValidateTwice extends BankScenario {

  protected ValidateTwice(BankFactory factory) {
    super(factory, 2, Midway.NOTHING);
  }

  @Actor
  public void transfer(LLL_Result r) {
    r.r1 = transfer(A, B, 50);
  }

  @Actor
  public void validateTwice(LLL_Result r) {
    r.r2 = validate();
    r.r3 = validate();
  }
}
