package dev.safebank.original;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;

/** Counts what the tellers of one bank see go wrong. Safe for use by several threads. */
final class Tally {

  private final long openingTotal;
  private final Optional<PrintWriter> log;
  private TornTotals tornTotals;
  private long overdrafts;

  /** With a log, each torn total is written to it as it is seen. */
  Tally(long openingTotal, Optional<PrintWriter> log) {
    this.openingTotal = openingTotal;
    this.log = log;
    this.tornTotals = TornTotals.none(openingTotal);
  }

  /** A validator saw this total. */
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
