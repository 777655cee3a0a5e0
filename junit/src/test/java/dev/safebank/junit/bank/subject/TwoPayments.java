package dev.safebank.junit.bank.subject;

import dev.safebank.model.BankFactory;
import dev.safebank.model.Midway;
import dev.safebank.stress.scenario.BankScenario;
import dev.safebank.stress.scenario.Scenario;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.infra.results.LLLL_Result;

/** A user's scenario. */
@Scenario(
    story = "One actor pays twice from A; the other adds up.",
    accounts = 2,
    actors = {"A→B 60, A→B 60", "validate"},
    reports = "status, status, total, balance of A")
public abstract class TwoPayments extends BankScenario {

  protected TwoPayments(BankFactory factory) {
    super(factory, 2, Midway.NOTHING);
  }

  @Actor
  public void pay(LLLL_Result r) {
    r.r1 = transfer(A, B, 60);
    r.r2 = transfer(A, B, 60);
  }

  @Actor
  public void addUp(LLLL_Result r) {
    r.r3 = validate();
  }

  @Arbiter
  public void readBalance(LLLL_Result r) {
    r.r4 = finalBalance(A);
  }
}
