package dev.safebank.evidence.cost;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.safebank.model.Promise;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What the original program observed of one variant.
 *
 * @param variant its simple class name
 * @param keeps the promises that it claims to keep
 * @param ending whether all transfers were made, or why not
 * @param nanos from the start of the threads to the last one's end or, where they could not
 *     continue, until that was detected
 * @param transfers completed until then, refused ones included
 * @param tornTotals validated totals that differed from the opening total
 * @param overdrafts transfers after which the payer's balance was below zero
 * @param openingTotal the sum of the opening balances
 * @param finalTotal the sum of the balances when all threads had ended
 * @param abandoned threads that an interrupt did not end; if there are any, the final total means
 *     little
 */
public record VariantFinding(
    String variant,
    List<Promise> keeps,
    Termination ending,
    long nanos,
    long transfers,
    TornTotals tornTotals,
    long overdrafts,
    long openingTotal,
    long finalTotal,
    int abandoned) {

  public VariantFinding {
    keeps = List.copyOf(keeps);
  }

  /** The promises that were observed to be broken. */
  @JsonProperty(access = JsonProperty.Access.READ_ONLY)
  public Set<Promise> broken() {
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
    if (ending != Termination.FINISHED) {
      broken.add(Promise.NEVER_DEADLOCKS);
    }
    return broken;
  }

  /** The promises that were observed to be broken although the variant claims to keep them. */
  @JsonProperty(access = JsonProperty.Access.READ_ONLY)
  public Set<Promise> brokenClaims() {
    Set<Promise> claims = broken();
    claims.retainAll(keeps);
    return claims;
  }
}
