package dev.safebank.benchmarks.original;

import dev.safebank.evidence.cost.TornTotals;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;

/**
 * Counts the anomalies of one bank: torn totals and overdrafts. Safe for use by several threads.
 */
final class AnomalyCounter {

  private final long openingTotal;
  private final Optional<PrintWriter> log;
  private TornTotals tornTotals;
  private long overdrafts;

  /**
   * Starts at zero.
   *
   * @param log receives a line for each torn total
   */
  AnomalyCounter(long openingTotal, Optional<PrintWriter> log) {
    this.openingTotal = openingTotal;
    this.log = log;
    this.tornTotals = TornTotals.none(openingTotal);
  }

  /** A validation returned this total. */
  void validated(String bank, long total) {
    if (total != openingTotal) {
      torn(bank, total);
    }
  }

  private synchronized void torn(String bank, long total) {
    tornTotals = tornTotals.and(total);
    log.ifPresent(out -> {
      out.printf(
          Locale.ROOT,
          "%s, %s: total %,d, %+,d%n",
          bank,
          Thread.currentThread().getName(),
          total,
          total - openingTotal);
      out.flush();
    });
  }

  /** A transfer left its payer below zero. */
  synchronized void overdrawn() {
    overdrafts++;
  }

  synchronized TornTotals tornTotals() {
    return tornTotals;
  }

  synchronized long overdrafts() {
    return overdrafts;
  }
}
