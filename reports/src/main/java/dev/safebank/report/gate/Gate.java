package dev.safebank.report.gate;

import dev.safebank.console.text.NumberFormats;
import dev.safebank.console.text.TextSanitizer;
import dev.safebank.report.verdict.CellVerdict;
import dev.safebank.report.verdict.GateViolation;
import dev.safebank.report.verdict.PromiseVerdict;
import dev.safebank.report.verdict.RunInfo;
import dev.safebank.report.verdict.VariantVerdict;
import dev.safebank.report.verdict.Verdicts;
import java.util.List;
import java.util.Optional;

/** The checks that a build has to pass: of the evidence, of each cell, of each promise. */
public final class Gate {

  private static final int LONGEST_NAME = 160;

  private Gate() {}

  /** Whether the evidence as a whole can be relied on. */
  public static GateCheck evidence(Verdicts verdicts) {
    return new GateCheck(
        verdicts.complete() ? "the evidence is complete" : "the evidence is not complete",
        verdicts.objections());
  }

  /**
   * Whether the verdicts are those of a build. Without evidence there are none, and
   * {@link #evidence} says so.
   *
   * @param build the build; empty if any will do
   */
  public static GateCheck build(Verdicts verdicts, Optional<String> build) {
    return new GateCheck(
        "the verdicts are of this build",
        verdicts.run().flatMap(run -> build.flatMap(wanted -> otherBuild(run, wanted))).stream()
            .toList());
  }

  private static Optional<GateViolation> otherBuild(RunInfo run, String wanted) {
    String of = run.build().orElse("none");
    return of.equals(wanted)
        ? Optional.empty()
        : Optional.of(new GateViolation(
            GateViolation.Rule.NO_EVIDENCE,
            ("The verdicts are of another build (%s) than this one (%s), which wrote none. Run"
                    + " `mvn verify` without -Dexec.skip.")
                .formatted(of, wanted)));
  }

  /** One check per variant and scenario: it has evidence, and nothing unexplained in it. */
  public static List<GateCheck> cells(Verdicts verdicts) {
    return verdicts.variants().stream()
        .flatMap(variant -> variant.scenarios().stream().map(cell -> check(variant, cell)))
        .toList();
  }

  /** One check per variant whose programs broke the contract. */
  public static List<GateCheck> contracts(Verdicts verdicts) {
    return verdicts.variants().stream()
        .filter(variant -> !variant.programObjections().isEmpty())
        .map(variant -> visible(
            variant.name() + " × the contract of a bank: broken", variant.programObjections()))
        .toList();
  }

  /** One check per variant and promise: it is kept if claimed, and seen to break if not. */
  public static List<GateCheck> promises(Verdicts verdicts) {
    return verdicts.variants().stream()
        .flatMap(variant -> variant.promises().stream().map(promise -> check(variant, promise)))
        .toList();
  }

  private static GateCheck check(VariantVerdict variant, CellVerdict cell) {
    String name = "%s × %s: %s, %s"
        .formatted(
            variant.name(),
            cell.scenario(),
            cell.status(),
            NumberFormats.count(cell.samples(), "sample"));
    return visible(name, cell.objections());
  }

  private static GateCheck check(VariantVerdict variant, PromiseVerdict promise) {
    String stance = promise.claimed() ? "claimed" : "admitted";
    String name = "%s × %s: %s, %s %s"
        .formatted(
            variant.name(),
            promise.promise().words(),
            promise.word(),
            promise.asClaimed() ? "as" : "but not as",
            stance);
    return visible(name, promise.objections());
  }

  private static GateCheck visible(String name, List<GateViolation> objections) {
    return new GateCheck(
        TextSanitizer.line(name, LONGEST_NAME),
        objections.stream()
            .map(o -> new GateViolation(o.kind(), TextSanitizer.of(o.message())))
            .toList());
  }
}
