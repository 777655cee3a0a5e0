package dev.safebank.original;

/**
 * The totals seen by validators that were not the opening total.
 *
 * @param count how many
 * @param first the one that was seen first; the opening total if there was none
 * @param lowest the lowest; the opening total if there was none
 * @param highest the highest; the opening total if there was none
 */
record TornTotals(long count, long first, long lowest, long highest) {

  static TornTotals none(long openingTotal) {
    return new TornTotals(0, openingTotal, openingTotal, openingTotal);
  }

  TornTotals and(long total) {
    return count == 0
        ? new TornTotals(1, total, total, total)
        : new TornTotals(count + 1, first, Math.min(lowest, total), Math.max(highest, total));
  }
}
