package dev.safebank.report.text;

import dev.safebank.console.text.NumberFormats;
import dev.safebank.model.Promise;
import dev.safebank.report.verdict.GateViolation;
import dev.safebank.report.verdict.VariantVerdict;
import dev.safebank.report.verdict.Verdicts;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Words the result of a run in one sentence. */
public final class Headline {

  private static final Set<GateViolation.Rule> MISBEHAVES = EnumSet.of(
      GateViolation.Rule.BROKEN_CLAIM,
      GateViolation.Rule.UNWITNESSED_BREAK,
      GateViolation.Rule.UNEXPLAINED_OUTCOME);

  private Headline() {}

  /** Says how many variants behave as they claim, or how many do not. */
  public static String of(Verdicts verdicts) {
    List<VariantVerdict> variants = verdicts.variants();
    if (variants.isEmpty()) {
      return "No evidence, no verdicts.";
    }
    long misbehaving = variants.stream().filter(Headline::misbehaves).count();
    long untested =
        variants.stream().filter(v -> !v.behavesAsClaimed() && !misbehaves(v)).count();
    return "%s, %s: %s."
        .formatted(
            NumberFormats.count(variants.size(), "variant"),
            NumberFormats.count(Promise.values().length, "promise"),
            result(verdicts, misbehaving, untested));
  }

  private static String result(Verdicts verdicts, long misbehaving, long untested) {
    if (misbehaving == 0 && untested == 0) {
      return verdicts.pass()
          ? "every one behaves as it claims"
          : "every one behaves as it claims, as far as the evidence goes";
    }
    String odd = NumberFormats.count(misbehaving)
        + (misbehaving == 1 ? " does not behave as it claims" : " do not behave as they claim");
    String unknown =
        NumberFormats.count(untested) + (untested == 1 ? " is" : " are") + " not fully tested";
    if (misbehaving == 0) {
      return unknown;
    }
    return untested == 0 ? odd : odd + ", " + unknown;
  }

  private static boolean misbehaves(VariantVerdict variant) {
    return variant.reasons().stream().anyMatch(reason -> MISBEHAVES.contains(reason.kind()));
  }
}
