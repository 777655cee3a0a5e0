package dev.safebank.explore.result;

/**
 * Two accesses to one variable, at least one of them a write, that happens-before does not order
 * (JLS 17.4.5).
 *
 * @param variable path of the variable from the test's state, e.g. {@code bank.balances[0]}
 * @param first the access that came first in the witness
 * @param second the other one, with which the witness ends
 * @param witness an interleaving in which they race, up to the second access
 */
public record DataRace(String variable, RacingAccess first, RacingAccess second, Witness witness) {}
