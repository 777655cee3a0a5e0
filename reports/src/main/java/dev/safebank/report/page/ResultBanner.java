package dev.safebank.report.page;

import dev.safebank.console.text.NumberFormats;
import dev.safebank.console.text.TextSanitizer;
import dev.safebank.report.text.Headline;
import dev.safebank.report.text.Remarks;
import dev.safebank.report.verdict.GateViolation;
import dev.safebank.report.verdict.VariantVerdict;
import dev.safebank.report.verdict.Verdicts;
import java.util.ArrayList;
import java.util.List;

/**
 * The result of a run, as the banner of the index.
 *
 * @param pass whether nothing stands against passing the build
 * @param sentence the result, or what failed first
 * @param reasons what else stands against it, the gravest first
 * @param more how many reasons are not listed
 * @param remarks what a reader should know although it fails nothing
 */
public record ResultBanner(
    boolean pass, String sentence, List<String> reasons, int more, List<String> remarks) {

  private static final int MOST_REASONS = 20;
  private static final int LONGEST = 400;

  /** The heading of the list of reasons. */
  public String heading() {
    return "And " + NumberFormats.count(reasons.size() + (long) more, "more reason");
  }

  static ResultBanner of(Verdicts verdicts) {
    List<GateViolation> reasons = verdicts.reasons();
    return new ResultBanner(
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
    long all = verdicts.variants().size();
    long proved =
        verdicts.variants().stream().filter(VariantVerdict::provesEveryPromise).count();
    long breaking =
        verdicts.variants().stream().filter(VariantVerdict::breaksAPromise).count();
    long held = all - proved - breaking;
    StringBuilder sentence = new StringBuilder("%s of %s proved on every promise"
        .formatted(
            NumberFormats.count(proved),
            NumberFormats.count(all, "variant") + (proved == 1 ? " is" : " are")));
    if (held > 0) {
      sentence.append("; %s never seen to break one, which is no proof"
          .formatted(NumberFormats.count(held) + (held == 1 ? " was" : " were")));
    }
    if (breaking > 0) {
      sentence.append("; %s what %s"
          .formatted(
              NumberFormats.count(breaking) + (breaking == 1 ? " breaks" : " break"),
              breaking == 1 ? "it admits" : "they admit"));
    }
    return sentence.append(". No surprises.").toString();
  }

  private static List<String> remarks(Verdicts verdicts) {
    List<String> remarks = new ArrayList<>();
    if (!verdicts.pass()) {
      remarks.add("This run does not pass the gate. " + Headline.of(verdicts));
    }
    remarks.addAll(Remarks.of(verdicts));
    return remarks;
  }

  private static String line(String message) {
    return TextSanitizer.line(message, LONGEST);
  }
}
