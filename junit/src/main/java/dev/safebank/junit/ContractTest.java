package dev.safebank.junit;

import dev.safebank.junit.bank.JudgedBank;
import dev.safebank.report.verdict.GateViolation;
import java.util.List;
import org.junit.platform.engine.UniqueId;

/** The bank does nothing that no bank may do, whatever it claims; and the evidence is whole. */
final class ContractTest extends BankTest {

  ContractTest(UniqueId parent, Class<?> test) {
    super(parent, test, "contract", "keeps the contract of a bank");
  }

  @Override
  public EngineContext execute(EngineContext context, DynamicTestExecutor dynamic) {
    JudgedBank judged = context.bank();
    context.report(this, "report", judged.report().toString());
    List<String> objections =
        judged.objections().stream().map(GateViolation::message).toList();
    if (!objections.isEmpty()) {
      throw failure(context, objections, judged.witnessOfBrokenContract());
    }
    if (!judged.doubts().isEmpty()) {
      undecided(
          context,
          "There may be more than was explored: " + listed(judged.doubts()) + advice(context));
    }
    return context;
  }
}
