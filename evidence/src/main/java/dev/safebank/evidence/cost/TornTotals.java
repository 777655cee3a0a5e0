package dev.safebank.evidence.cost;

/**
 * The validated totals that differed from the opening total.
 *
 * @param count how many
 * @param first the one that was seen first; the opening total if there was none
 * @param lowest the lowest; the opening total if there was none
 * @param highest the highest; the opening total if there was none
 */
public record TornTotals(long count, long first, long lowest, long highest) {

  /** No torn totals in a bank that holds this much. */
  public static TornTotals none(long openingTotal) {
    return new TornTotals(0, openingTotal, openingTotal, openingTotal);
  }

  /** These, and one more. */
  public TornTotals and(long total) {
    return count == 0
        ? new TornTotals(1, total, total, total)
        : new TornTotals(count + 1, first, Math.min(lowest, total), Math.max(highest, total));
  }
}
