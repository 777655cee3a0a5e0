package dev.safebank.evidence.witness;

import java.util.Optional;

/**
 * The holder of a resource that an actor waits for.
 *
 * @param actor index of the actor; empty if a constructor took it, before the actors began
 * @param ended whether that actor has ended
 * @param since where it was taken
 */
public record RecordedHolder(Optional<Integer> actor, boolean ended, RecordedLocation since) {}
