package dev.safebank.junit;

import dev.safebank.junit.bank.JudgedBank;
import dev.safebank.model.Promise;
import dev.safebank.report.verdict.GateViolation;
import dev.safebank.report.verdict.PromiseVerdict;
import dev.safebank.report.verdict.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.platform.engine.UniqueId;

/** One promise: the bank keeps it if it claims to, and is seen to break it if it does not. */
final class PromiseTest extends BankTest {

  private final Promise promise;

  PromiseTest(UniqueId parent, Class<?> test, Promise promise) {
    super(parent, test, promise.name(), promise.words());
    this.promise = promise;
  }

  @Override
  public EngineContext execute(EngineContext context, DynamicTestExecutor dynamic) {
    JudgedBank judged = context.bank();
    PromiseVerdict verdict = judged.promise(promise);
    context.report(this, entries(verdict));
    if (verdict.verdict() == Verdict.UNTESTED) {
      undecided(
          context,
          "%s is neither proved nor broken. %s"
              .formatted(promise, BankTest.listed(judged.doubts(promise))));
    } else if (!verdict.objections().isEmpty()) {
      throw failure(context, sentences(verdict), judged.witness(promise));
    }
    return context;
  }

  private static List<String> sentences(PromiseVerdict verdict) {
    return verdict.objections().stream()
        .map(objection -> objection.kind() == GateViolation.Rule.UNWITNESSED_BREAK
            ? objection.message()
                + " What @LockingVariant does not list, the bank admits to breaking."
            : objection.message())
        .toList();
  }

  private static Map<String, String> entries(PromiseVerdict verdict) {
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put("verdict", verdict.word());
    entries.put("claimed", Boolean.toString(verdict.claimed()));
    verdict.scope().ifPresent(scope -> entries.put("scope", scope));
    return entries;
  }
}
