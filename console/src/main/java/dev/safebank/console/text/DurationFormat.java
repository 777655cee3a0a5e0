package dev.safebank.console.text;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** Formats and parses durations in a form for people. */
public final class DurationFormat {

  private DurationFormat() {}

  /**
   * Reads {@code 90s}, {@code 5m}, {@code 2h} or {@code 1h30m}.
   *
   * @throws IllegalArgumentException if it is anything else, or not longer than nothing; the
   *     message says what to write
   */
  public static Duration parse(String text) {
    try {
      Duration duration = Duration.parse("PT" + text.replaceAll("\\s", ""));
      if (duration.isZero() || duration.isNegative()) {
        throw new IllegalArgumentException("\"%s\" is not longer than nothing".formatted(text));
      }
      return duration;
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "\"%s\" is not a time: write a number and s, m or h, e.g. 90s, 5m or 2h".formatted(text),
          e);
    }
  }

  /** The short form, which {@link #parse} reads: {@code 3m20s}. */
  public static String compact(Duration duration) {
    return duration.toString().substring("PT".length()).toLowerCase(Locale.ROOT);
  }

  /**
   * In words: {@code 62 ms}, {@code 4.2 s}, {@code 42 s}, {@code 3 min 12 s}, {@code 1 h 2 min}.
   */
  public static String words(Duration duration) {
    long millis = Math.round(duration.toNanos() / 1e6);
    if (millis < 1_000) {
      return millis + " ms";
    }
    if (millis < 9_950) {
      return String.format(Locale.ROOT, "%.1f s", millis / 1e3);
    }
    long seconds = Math.round(millis / 1e3);
    if (seconds < 60) {
      return seconds + " s";
    }
    return seconds < 3_600
        ? seconds / 60 + " min " + seconds % 60 + " s"
        : seconds / 3_600 + " h " + seconds % 3_600 / 60 + " min";
  }
}
