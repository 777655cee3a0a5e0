package dev.safebank.report.verdict;

/**
 * A data race: two conflicting accesses that nothing orders.
 *
 * @param variable what is accessed
 * @param first the one access
 * @param second the other
 * @param schedule what the explorer takes to run an interleaving up to the second access
 */
public record VerdictRace(
    String variable, VerdictAccess first, VerdictAccess second, String schedule) {}
