package dev.safebank.report.page;

import dev.safebank.console.text.NumberFormats;
import dev.safebank.report.page.cause.Cause;
import dev.safebank.report.page.link.Anchors;
import dev.safebank.report.verdict.PromiseVerdict;
import dev.safebank.report.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * A promise as a row of a variant's page.
 *
 * @param anchor the id of this row
 * @param why the id that a cause would have; empty if the page shows one
 * @param chip its verdict
 * @param verdict what is known of it
 */
public record PromiseRow(String anchor, String why, VerdictBadge chip, PromiseVerdict verdict) {

  static PromiseRow of(PromiseVerdict verdict, List<Cause> causes, Anchors anchors) {
    boolean shown = causes.stream().anyMatch(cause -> cause.promises().contains(verdict));
    boolean broken = verdict.verdict() == Verdict.BROKEN;
    return new PromiseRow(
        anchors.promise(verdict.promise()),
        broken && !shown ? anchors.why(verdict.promise()) : "",
        VerdictBadge.of(
            verdict, "#" + (shown ? anchors.why(verdict.promise()) : evidence(verdict, anchors))),
        verdict);
  }

  /** The first scenario with evidence of it. */
  private static String evidence(PromiseVerdict verdict, Anchors anchors) {
    return verdict.scenarios().stream()
        .findFirst()
        .map(anchors::scenario)
        .orElse(anchors.promise(verdict.promise()));
  }

  /** What the verdict rests on, a sentence each. */
  public List<String> reasons() {
    List<String> reasons = new ArrayList<>();
    verdict
        .scope()
        .ifPresent(scope -> reasons.add("Proved of every program of the scope, and of %s."
            .formatted(NumberFormats.count(verdict.scenarios().size(), "scenario"))));
    verdict
        .bound95()
        .ifPresent(bound -> reasons.add(
            ("Never broken in %s of its scenarios together: the chance that one more breaks it is below"
                    + " %s (95%% confidence).")
                .formatted(
                    NumberFormats.count(verdict.samples(), "sample"),
                    NumberFormats.probability(bound))));
    reasons.addAll(verdict.notes());
    return reasons;
  }
}
