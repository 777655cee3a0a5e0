package dev.safebank.report.verdict;

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
 * @param method the method called, if the action is {@link VerdictAction#CALL}
 * @param where the line that it executes
 * @param interferes whether, before another actor is done, it changes what that actor has read, or
 *     accesses what that actor changes
 */
public record VerdictStep(
    int actor,
    VerdictAction action,
    String variable,
    Optional<String> before,
    Optional<String> after,
    Optional<Boolean> success,
    Optional<String> method,
    VerdictLocation where,
    boolean interferes) {}
