package dev.safebank.original;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.safebank.model.Promise;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What was seen of one variant.
 *
 * @param variant its simple class name
 * @param keeps the promises that it claims to keep
 * @param ending whether all transfers were made, or why not
 * @param nanos from the start of the threads to the last one's end or, where they could not go on,
 *     until that was found
 * @param transfers how many transfers were completed by then, refused ones included
 * @param tornTotals totals seen by validators that were not the opening total
 * @param overdrafts how many transfers left the payer below zero, as seen right after
 * @param openingTotal the sum of the opening balances
 * @param finalTotal the sum of the balances when all threads had ended
 * @param abandoned threads that could not be made to end; if there are any, the final total means
 *     little
 */
record Finding(
    String variant,
    List<Promise> keeps,
    Ending ending,
    long nanos,
    long transfers,
    TornTotals tornTotals,
    long overdrafts,
    long openingTotal,
    long finalTotal,
    int abandoned) {

  Finding {
    keeps = List.copyOf(keeps);
  }

  /** The promises that were seen broken. */
  @JsonProperty
  Set<Promise> broken() {
    Set<Promise> broken = EnumSet.noneOf(Promise.class);
    if (finalTotal != openingTotal && abandoned == 0) {
      broken.add(Promise.CONSERVES_MONEY);
    }
    if (tornTotals.count() > 0) {
      broken.add(Promise.CONSISTENT_TOTAL);
    }
    if (overdrafts > 0) {
      broken.add(Promise.NEVER_OVERDRAWN);
    }
    if (ending != Ending.FINISHED) {
      broken.add(Promise.NEVER_DEADLOCKS);
    }
    return broken;
  }

  /** The promises that were seen broken although the variant claims to keep them. */
  @JsonProperty
  Set<Promise> brokenClaims() {
    Set<Promise> claims = broken();
    claims.retainAll(keeps);
    return claims;
  }
}
