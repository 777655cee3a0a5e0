package dev.safebank.explore.result;

/**
 * One of the two accesses of a data race.
 *
 * @param actor index of the actor
 * @param action {@link StepAction#READ} or {@link StepAction#WRITE}
 * @param where where the access is
 */
public record RacingAccess(int actor, StepAction action, SourceLocation where) {}
