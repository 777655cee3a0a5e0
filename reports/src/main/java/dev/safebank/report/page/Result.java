package dev.safebank.report.page;

import dev.safebank.report.summary.Headline;
import dev.safebank.report.summary.Remarks;
import dev.safebank.report.verdict.Objection;
import dev.safebank.report.verdict.VariantVerdict;
import dev.safebank.report.verdict.Verdicts;
import dev.safebank.report.words.Figures;
import dev.safebank.report.words.VisibleText;
import java.util.ArrayList;
import java.util.List;

/**
 * The result of a run.
 *
 * @param pass whether nothing stands against passing the build
 * @param sentence the result, or what failed first
 * @param reasons what else stands against it, the gravest first
 * @param more how many reasons are not listed
 * @param remarks what a reader should know although it fails nothing
 */
public record Result(
    boolean pass, String sentence, List<String> reasons, int more, List<String> remarks) {

  private static final int MOST_REASONS = 20;
  private static final int LONGEST = 400;

  /** What the list of reasons is headed by. */
  public String heading() {
    return "And " + Figures.count(reasons.size() + (long) more, "more reason");
  }

  static Result of(Verdicts verdicts) {
    List<Objection> reasons = verdicts.reasons();
    return new Result(
        verdicts.pass(),
        verdicts.pass() ? passed(verdicts) : line(reasons.get(0).message()),
        reasons.stream()
            .skip(1)
            .limit(MOST_REASONS)
            .map(reason -> line(reason.message()))
            .toList(),
        Math.max(0, reasons.size() - 1 - MOST_REASONS),
        remarks(verdicts));
  }

  private static String passed(Verdicts verdicts) {
    long keeping =
        verdicts.variants().stream().filter(VariantVerdict::keepsEveryPromise).count();
    long breaking = verdicts.variants().size() - keeping;
    return "%s: %s every promise; %s what %s; nothing unexpected."
        .formatted(
            Figures.count(verdicts.variants().size(), "variant"),
            Figures.count(keeping) + (keeping == 1 ? " keeps" : " keep"),
            Figures.count(breaking) + (breaking == 1 ? " breaks" : " break"),
            breaking == 1 ? "it admits" : "they admit");
  }

  private static List<String> remarks(Verdicts verdicts) {
    List<String> remarks = new ArrayList<>();
    if (!verdicts.pass()) {
      remarks.add("The build fails. " + Headline.of(verdicts));
    }
    remarks.addAll(Remarks.of(verdicts));
    return remarks;
  }

  private static String line(String message) {
    return VisibleText.line(message, LONGEST);
  }
}
