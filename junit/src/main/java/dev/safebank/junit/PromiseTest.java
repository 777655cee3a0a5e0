package dev.safebank.junit;

import dev.safebank.console.text.NumberFormats;
import dev.safebank.junit.bank.JudgedBank;
import dev.safebank.model.Promise;
import dev.safebank.report.verdict.GateViolation;
import dev.safebank.report.verdict.PromiseVerdict;
import dev.safebank.report.verdict.Verdict;
import java.util.ArrayList;
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
          "%s is neither proved nor broken. %s%s"
              .formatted(promise, listed(doubts(judged, verdict)), advice(context)));
    } else if (!verdict.objections().isEmpty()) {
      throw failure(context, withSightings(verdict), judged.witness(promise));
    }
    return context;
  }

  /** Why it is untested: that there is no evidence, and what stands against a proof. */
  private List<String> doubts(JudgedBank judged, PromiseVerdict verdict) {
    List<String> doubts = new ArrayList<>();
    if (judged.stress().isPresent()) {
      verdict.objections().stream().map(GateViolation::message).forEach(doubts::add);
    }
    doubts.addAll(judged.doubts(promise));
    return doubts;
  }

  private static List<String> sentences(PromiseVerdict verdict) {
    return verdict.objections().stream()
        .map(objection -> objection.kind() == GateViolation.Rule.UNWITNESSED_BREAK
            ? objection.message()
                + " What @LockingVariant does not list, the bank admits to breaking."
            : objection.message())
        .toList();
  }

  /** What stands against it, with how often stress has shown it near the top: lists are cut. */
  private static List<String> withSightings(PromiseVerdict verdict) {
    List<String> sentences = new ArrayList<>(sentences(verdict));
    if (verdict.violations() > 0) {
      sentences.add(1, "Under stress, %s broke it.".formatted(sightings(verdict)));
    }
    return sentences;
  }

  private static String sightings(PromiseVerdict verdict) {
    return "%s of %s"
        .formatted(
            NumberFormats.count(verdict.violations()),
            NumberFormats.count(verdict.samples(), "sample"));
  }

  private static Map<String, String> entries(PromiseVerdict verdict) {
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put("verdict", verdict.word());
    entries.put("claimed", Boolean.toString(verdict.claimed()));
    verdict.scope().ifPresent(scope -> entries.put("scope", scope));
    if (verdict.samples() > 0) {
      entries.put("broken under stress", sightings(verdict));
      if (!verdict.notes().isEmpty()) {
        entries.put("notes", String.join(" ", verdict.notes()));
      }
    }
    return entries;
  }
}
