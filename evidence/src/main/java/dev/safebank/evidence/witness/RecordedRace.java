package dev.safebank.evidence.witness;

/**
 * A data race: two conflicting accesses that happens-before does not order.
 *
 * @param variable what is accessed, e.g. {@code bank.balances[0]}
 * @param first the one access
 * @param second the other
 * @param schedule what the explorer takes to run an interleaving up to the second access
 */
public record RecordedRace(
    String variable, RecordedAccess first, RecordedAccess second, String schedule) {}
