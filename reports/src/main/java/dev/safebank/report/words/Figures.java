package dev.safebank.report.words;

import java.util.Locale;

/** Numbers as people read them, in every locale the same. */
public final class Figures {

  private Figures() {}

  /** A count with its thousands marked, e.g. {@code 4,120,551}. */
  public static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** A count and its noun, e.g. {@code 1 scenario}, {@code 3 scenarios}. */
  public static String count(long count, String noun) {
    return count(count) + " " + (count == 1 ? noun : noun + "s");
  }

  /** A wall time, e.g. {@code 3 min 12 s}, {@code 4.2 s}, {@code 1 h 2 min}. */
  public static String duration(long millis) {
    long seconds = Math.round(millis / 1000.0);
    if (seconds >= 3600) {
      return seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
    }
    if (seconds >= 60) {
      return seconds / 60 + " min " + seconds % 60 + " s";
    }
    return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
  }

  /** A probability to two digits, e.g. {@code 7.3e-07}. */
  public static String probability(double probability) {
    return String.format(Locale.ROOT, "%.1e", probability);
  }

  /** A part of a whole in per cent, never rounded to nothing or to all, e.g. {@code 0.0076%}. */
  public static String share(long part, long whole) {
    if (part == 0 || whole == 0) {
      return "0%";
    }
    if (part == whole) {
      return "100%";
    }
    double percent = 100.0 * part / whole;
    if (percent > 99.9) {
      return ">99.9%";
    }
    if (percent < 0.0001) {
      return "<0.0001%";
    }
    return String.format(Locale.ROOT, percent < 0.1 ? "%.4f%%" : "%.1f%%", percent);
  }
}
