package dev.safebank.report.cost;

import dev.safebank.console.text.DurationFormat;
import dev.safebank.console.text.NumberFormats;
import dev.safebank.evidence.cost.OriginalProgramRun;
import dev.safebank.evidence.cost.OriginalProgramSettings;
import dev.safebank.evidence.cost.TornTotals;
import dev.safebank.evidence.cost.VariantFinding;
import java.time.Duration;
import java.util.Locale;

/** Describes a run of the original program. */
public final class OriginalProgramText {

  private OriginalProgramText() {}

  /** When and where it ran. */
  public static String occasion(OriginalProgramRun run) {
    return EnvironmentText.occasion(run.started(), run.environment());
  }

  /** The settings of the run: threads, transfers, accounts. */
  public static String settings(OriginalProgramSettings settings) {
    return "%s, %s × %s, a validation after each, %s yield between withdrawal and deposit"
        .formatted(
            NumberFormats.count(settings.accounts(), "account"),
            NumberFormats.count(settings.threads(), "thread"),
            NumberFormats.count(settings.transfers(), "transfer"),
            settings.yields() ? "a" : "no");
  }

  /** What a variant did, in one sentence. */
  public static String sentence(VariantFinding finding) {
    return "The original program, in one run: %s after %s, with %s and %s; money lost in the end: %s."
        .formatted(
            finding.ending().name().toLowerCase(Locale.ROOT),
            time(finding),
            NumberFormats.count(finding.tornTotals().count(), "inconsistent total"),
            NumberFormats.count(finding.overdrafts(), "overdraft"),
            lost(finding));
  }

  /** The time until it ended, or until it was detected that it could not. */
  public static String time(VariantFinding finding) {
    return DurationFormat.words(Duration.ofNanos(finding.nanos()));
  }

  /** The first, the lowest and the highest torn total. */
  public static String range(TornTotals torn) {
    return torn.count() == 0
        ? "–"
        : "%s, %s, %s"
            .formatted(
                NumberFormats.count(torn.first()),
                NumberFormats.count(torn.lowest()),
                NumberFormats.count(torn.highest()));
  }

  /** The money that is gone in the end; negative if there is more than before. */
  public static String lost(VariantFinding finding) {
    long lost = finding.openingTotal() - finding.finalTotal();
    return lost == 0 ? "none" : NumberFormats.count(lost);
  }
}
