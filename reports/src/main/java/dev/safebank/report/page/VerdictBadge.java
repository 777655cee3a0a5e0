package dev.safebank.report.page;

import dev.safebank.report.verdict.PromiseVerdict;
import dev.safebank.report.verdict.Verdict;
import java.util.Locale;

/**
 * A verdict in a matrix: a glyph, a word, a tone, and a link to its evidence.
 *
 * @param word the verdict in one word
 * @param tone how it is to be taken
 * @param spoken what a screen reader adds to the word
 * @param href the evidence
 */
public record VerdictBadge(String word, Tone tone, String spoken, String href) {

  /** The tone of a badge: whether the verdict is good, as claimed, or unexpected. */
  public enum Tone {
    PROVED,
    HELD,
    /** Broken, as the variant admits. */
    ADMITTED,
    /** Not as the variant claims. */
    UNEXPECTED,
    UNTESTED;

    /** The class that sets this tone. */
    public String css() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static VerdictBadge of(PromiseVerdict verdict, String href) {
    String stance = verdict.claimed() ? "claimed" : "admitted";
    String spoken = verdict.promise().words() + ", "
        + (verdict.asClaimed() ? "as " + stance : "not as " + stance);
    return new VerdictBadge(verdict.word(), tone(verdict), spoken, href);
  }

  private static Tone tone(PromiseVerdict verdict) {
    if (verdict.verdict() == Verdict.UNTESTED) {
      return Tone.UNTESTED;
    }
    if (!verdict.asClaimed()) {
      return Tone.UNEXPECTED;
    }
    return switch (verdict.verdict()) {
      case PROVED -> Tone.PROVED;
      case HELD -> Tone.HELD;
      case BROKEN -> Tone.ADMITTED;
      case UNTESTED -> Tone.UNTESTED;
    };
  }

  /** Whether the variant does not behave as it claims. */
  public boolean unexpected() {
    return tone == Tone.UNEXPECTED;
  }

  /** The symbol that goes with the word. */
  public String glyph() {
    return "#g-" + word.toLowerCase(Locale.ROOT);
  }
}
