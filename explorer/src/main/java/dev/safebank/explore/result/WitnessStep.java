package dev.safebank.explore.result;

import java.util.Optional;

/**
 * One step of a witness.
 *
 * @param actor index of the actor that takes it
 * @param action what it does
 * @param variable path of the variable or synchronizer from the test's state, e.g.
 *     {@code bank.balances[1]}; empty if it accesses none
 * @param before the variable's value before the step; empty if it has none that can be shown
 * @param after the variable's value after the step
 * @param success whether a compare-and-set or an attempt to acquire succeeded; empty for other
 *     actions
 * @param method the method called, e.g. {@code HashMap.put}; empty unless the action is
 *     {@link StepAction#CALL}
 * @param where the line that it executes
 */
public record WitnessStep(
    int actor,
    StepAction action,
    String variable,
    Optional<String> before,
    Optional<String> after,
    Optional<Boolean> success,
    Optional<String> method,
    SourceLocation where) {}
