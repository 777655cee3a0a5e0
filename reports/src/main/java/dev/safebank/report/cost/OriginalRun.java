package dev.safebank.report.cost;

import java.util.List;

/**
 * What the original program did with each variant.
 *
 * @param started when, as an ISO 8601 instant
 * @param machine where, in words
 * @param settings what was done to each bank, in words
 * @param findings in teaching order
 */
public record OriginalRun(String started, String machine, String settings, List<Finding> findings) {

  public OriginalRun {
    findings = List.copyOf(findings);
  }

  /**
   * What was seen of one variant.
   *
   * @param variant its name
   * @param ending {@code FINISHED}, or why it could not
   * @param millis until the last thread's end, or until it was found that there would be none
   * @param tornTotals inconsistent totals seen
   * @param first the first of them
   * @param lowest the lowest of them
   * @param highest the highest of them
   * @param overdrafts accounts seen below zero
   * @param lost how much money was gone at the end; negative if it grew
   * @param asClaimed whether it broke nothing that it claims
   */
  public record Finding(
      String variant,
      String ending,
      double millis,
      long tornTotals,
      long first,
      long lowest,
      long highest,
      long overdrafts,
      long lost,
      boolean asClaimed) {}
}
