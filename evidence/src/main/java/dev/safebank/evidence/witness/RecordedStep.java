package dev.safebank.evidence.witness;

import java.util.Optional;

/**
 * One step of an interleaving.
 *
 * @param actor index of the actor that takes it
 * @param action what it does
 * @param variable what it accesses, e.g. {@code bank.balances[0]}; empty if nothing
 * @param before the variable's value before the step; empty if it has none that can be shown
 * @param after the variable's value after the step
 * @param success whether a compare-and-set or an attempt to acquire succeeded
 * @param method the method called, if the action is {@link RecordedAction#CALL}
 * @param where the line that it executes
 */
public record RecordedStep(
    int actor,
    RecordedAction action,
    String variable,
    Optional<String> before,
    Optional<String> after,
    Optional<Boolean> success,
    Optional<String> method,
    RecordedLocation where) {}
