package dev.safebank.report.compare;

import dev.safebank.console.text.NumberFormats;
import dev.safebank.model.Promise;
import dev.safebank.report.verdict.Verdict;
import java.util.List;

/**
 * The differences between two runs.
 *
 * @param before the earlier run, in words
 * @param after the later run, in words
 * @param appeared variants that only the later run has
 * @param disappeared variants that only the earlier run has
 * @param verdicts verdicts that changed
 * @param outcomes outcomes that only the later run has met
 * @param rates shares of outcomes that moved beyond their bounds
 * @param prices measurements that moved beyond their errors
 */
public record RunComparison(
    String before,
    String after,
    List<String> appeared,
    List<String> disappeared,
    List<VerdictChange> verdicts,
    List<NewOutcome> outcomes,
    List<MovedRate> rates,
    List<MovedPrice> prices) {

  /**
   * A verdict that changed.
   *
   * @param before what it was; {@code not judged} if there was none
   * @param after what it is
   * @param worse whether the later one says less in favour of the variant
   */
  public record VerdictChange(
      String variant, Promise promise, String before, String after, boolean worse) {

    /** What changed, on one line. */
    public String words() {
      return "%s, %s: %s → %s%s"
          .formatted(variant, promise.words(), before, after, worse ? ", worse" : "");
    }
  }

  /**
   * An outcome that only the later run has met.
   *
   * @param specified whether the specification allows it
   * @param samples how often it was seen; 0 if exploration alone found it
   */
  public record NewOutcome(
      String variant, String scenario, String outcome, boolean specified, long samples) {

    /** What is new, on one line. */
    public String words() {
      return "%s in %s: \"%s\"%s, %s"
          .formatted(
              variant,
              scenario,
              outcome,
              specified ? "" : ", which the specification does not allow",
              samples == 0
                  ? "found by exploration"
                  : "seen " + NumberFormats.count(samples, "time"));
    }
  }

  /**
   * An outcome that the specification does not allow, and whose share of the samples moved.
   *
   * @param before its share in the earlier run
   * @param after its share in the later run
   */
  public record MovedRate(
      String variant, String scenario, String outcome, String before, String after) {

    /** What moved, on one line. */
    public String words() {
      return "%s in %s: \"%s\" %s → %s".formatted(variant, scenario, outcome, before, after);
    }
  }

  /**
   * A measurement that changed by more than its error.
   *
   * @param title what was measured
   * @param before score and error in the earlier run
   * @param after score and error in the later run
   */
  public record MovedPrice(String title, String before, String after) {

    /** What moved, on one line. */
    public String words() {
      return "%s: %s → %s".formatted(title, before, after);
    }
  }

  public RunComparison {
    appeared = List.copyOf(appeared);
    disappeared = List.copyOf(disappeared);
    verdicts = List.copyOf(verdicts);
    outcomes = List.copyOf(outcomes);
    rates = List.copyOf(rates);
    prices = List.copyOf(prices);
  }

  /**
   * Whether someone must look: a verdict changed, a variant came or went, or an outcome is new that
   * the specification does not allow. Rates and prices depend on the machine and its load.
   */
  public boolean mustBeLookedAt() {
    return !verdicts.isEmpty()
        || !appeared.isEmpty()
        || !disappeared.isEmpty()
        || outcomes.stream().anyMatch(outcome -> !outcome.specified());
  }

  /** The result in one sentence. */
  public String sentence() {
    if (!mustBeLookedAt()) {
      return "Same verdicts, and no new outcome that the specification does not allow.";
    }
    long worse = verdicts.stream().filter(VerdictChange::worse).count();
    long anomalies = outcomes.stream().filter(outcome -> !outcome.specified()).count();
    return "%s changed (%s for the worse); %s that the specification does not allow; %s came, %s went."
        .formatted(
            NumberFormats.count(verdicts.size(), "verdict"),
            NumberFormats.count(worse),
            NumberFormats.count(anomalies, "new outcome"),
            NumberFormats.count(appeared.size(), "variant"),
            NumberFormats.count(disappeared.size()));
  }

  /** Whether one verdict says less in favour of a variant than another. */
  static boolean isWorse(Verdict after, Verdict before) {
    return rank(after) > rank(before);
  }

  private static int rank(Verdict verdict) {
    return switch (verdict) {
      case PROVED -> 0;
      case HELD -> 1;
      case UNTESTED -> 2;
      case BROKEN -> 3;
    };
  }
}
