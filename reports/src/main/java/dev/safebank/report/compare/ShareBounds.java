package dev.safebank.report.compare;

/**
 * The 95% confidence interval of an outcome's probability (Wilson's score interval).
 *
 * @param low the lower bound
 * @param high the upper bound
 */
record ShareBounds(double low, double high) {

  /** The quantile of the normal distribution that leaves 2.5% on either side. */
  private static final double Z = 1.959964;

  static ShareBounds of(long seen, long samples) {
    double share = (double) seen / samples;
    double weight = Z * Z / samples;
    double middle = (share + weight / 2) / (1 + weight);
    double half =
        Z * Math.sqrt(share * (1 - share) / samples + weight / (4 * samples)) / (1 + weight);
    return new ShareBounds(Math.max(0, middle - half), Math.min(1, middle + half));
  }

  /** Whether the two intervals are disjoint. */
  boolean isApartFrom(ShareBounds other) {
    return high < other.low || other.high < low;
  }
}
