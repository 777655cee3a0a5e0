package dev.safebank.report.gate;

import dev.safebank.report.verdict.CellVerdict;
import dev.safebank.report.verdict.Objection;
import dev.safebank.report.verdict.PromiseVerdict;
import dev.safebank.report.verdict.VariantVerdict;
import dev.safebank.report.verdict.Verdicts;
import dev.safebank.report.words.Figures;
import dev.safebank.report.words.VisibleText;
import java.util.List;

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

  /** One check per variant and scenario: it has evidence, and nothing unexplained in it. */
  public static List<GateCheck> cells(Verdicts verdicts) {
    return verdicts.variants().stream()
        .flatMap(variant -> variant.scenarios().stream().map(cell -> check(variant, cell)))
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
            Figures.count(cell.samples(), "sample"));
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

  private static GateCheck visible(String name, List<Objection> objections) {
    return new GateCheck(
        VisibleText.line(name, LONGEST_NAME),
        objections.stream()
            .map(o -> new Objection(o.kind(), VisibleText.of(o.message())))
            .toList());
  }
}
