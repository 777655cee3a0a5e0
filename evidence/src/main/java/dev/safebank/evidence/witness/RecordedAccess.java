package dev.safebank.evidence.witness;

/**
 * One of the two accesses of a data race.
 *
 * @param actor the actor's name
 * @param action {@link RecordedAction#READ} or {@link RecordedAction#WRITE}
 * @param where where the access is
 */
public record RecordedAccess(String actor, RecordedAction action, RecordedLocation where) {}
