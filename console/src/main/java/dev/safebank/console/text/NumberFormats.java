package dev.safebank.console.text;

import java.util.Locale;

/** Formats numbers in a form for people. */
public final class NumberFormats {

  private NumberFormats() {}

  /** A count with its thousands marked, e.g. {@code 4,120,551}. */
  public static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** A count and its noun, e.g. {@code 1 scenario}, {@code 3 scenarios}. */
  public static String count(long count, String noun) {
    return count(count) + " " + (count == 1 ? noun : noun + "s");
  }

  /** A count in at most five characters, e.g. {@code 950}, {@code 12 k}, {@code 4.1 M}. */
  public static String compact(long count) {
    if (count < 1_000) {
      return Long.toString(count);
    }
    double scaled = count;
    int unit = -1;
    while (scaled >= 999.5) {
      scaled /= 1000;
      unit++;
    }
    String format = scaled < 9.95 ? "%.1f %s" : "%.0f %s";
    return String.format(Locale.ROOT, format, scaled, "kMGTPE".charAt(unit));
  }

  /** A probability to two digits, e.g. {@code 7.3×10⁻⁷}. */
  public static String probability(double probability) {
    int exponent = (int) Math.floor(Math.log10(probability));
    double mantissa = probability / Math.pow(10, exponent);
    StringBuilder power = new StringBuilder(exponent < 0 ? "⁻" : "");
    for (char digit : Integer.toString(Math.abs(exponent)).toCharArray()) {
      power.append("⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(digit - '0'));
    }
    return String.format(Locale.ROOT, "%.1f×10%s", mantissa, power);
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
