package dev.safebank.junit;

import dev.safebank.console.UserError;
import dev.safebank.junit.bank.BankJudge;
import dev.safebank.junit.bank.JudgedBank;
import dev.safebank.junit.stress.StressEvidence;
import dev.safebank.model.Promise;
import java.util.ArrayList;
import java.util.List;
import org.junit.platform.engine.UniqueId;
import org.opentest4j.AssertionFailedError;

/** A bank to be judged: explored once, before the tests that say what came out. */
final class JudgeBankDescriptor extends TestClassDescriptor {

  JudgeBankDescriptor(UniqueId parent, Class<?> test) {
    super(parent, "bank", test);
  }

  /** One of the contract and one of each promise, or the replay. */
  @Override
  List<ExplorationTest> tests(EngineOptions options) {
    if (options.replay().isPresent()) {
      return List.of(new ReplayTest(getUniqueId(), test(), options.replay().get()));
    }
    List<ExplorationTest> tests = new ArrayList<>();
    tests.add(new ContractTest(getUniqueId(), test()));
    for (Promise promise : Promise.values()) {
      tests.add(new PromiseTest(getUniqueId(), test(), promise));
    }
    return tests;
  }

  /** Explores and judges, unless what is to be run is a replay. */
  @Override
  public EngineContext before(EngineContext context) {
    if (context.options().replay().isPresent()) {
      return context;
    }
    JudgeBank asked = test().getAnnotation(JudgeBank.class);
    try {
      JudgedBank judged = new BankJudge(
              asked.value(),
              List.of(asked.scenarios()),
              context.options().scope(),
              context.options().directory().resolve(test().getName()),
              context.options().stress(getTags()))
          .judge();
      judged.stress().flatMap(StressEvidence::notice).ifPresent(line -> tell(context, line));
      return context.with(judged);
    } catch (IllegalArgumentException | UserError wrong) {
      throw new AssertionFailedError(wrong.getMessage(), wrong);
    }
  }
}
