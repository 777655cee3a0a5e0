package dev.safebank.report.verdict;

/**
 * One of the two accesses of a data race.
 *
 * @param actor the actor's name
 * @param action {@link VerdictAction#READ} or {@link VerdictAction#WRITE}
 * @param where where the access is
 */
public record VerdictAccess(String actor, VerdictAction action, VerdictLocation where) {}
