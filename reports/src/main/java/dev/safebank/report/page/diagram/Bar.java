package dev.safebank.report.page.diagram;

import java.util.Locale;

/**
 * A count as a bar on a logarithmic scale: each third of the full length is about a thousandfold
 * when the whole is a billion. None at all has no bar; one alone has a visible one.
 *
 * @param width its length, of {@link #FULL}
 */
public record Bar(double width) {

  /** The length of the bar of all samples. */
  public static final int FULL = 100;

  private static final double SHORTEST = 3;

  public static Bar of(long count, long whole) {
    if (count == 0) {
      return new Bar(0);
    }
    double share = Math.log1p((double) count) / Math.log1p((double) Math.max(whole, count));
    return new Bar(SHORTEST + share * (FULL - SHORTEST));
  }

  /** The length as SVG wants it. */
  public String svgWidth() {
    return String.format(Locale.ROOT, "%.1f", width);
  }

  /** Whether there was none at all. */
  public boolean none() {
    return width == 0;
  }
}
