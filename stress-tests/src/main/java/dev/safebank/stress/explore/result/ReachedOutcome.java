package dev.safebank.stress.explore.result;

/**
 * An outcome that some interleaving leads to.
 *
 * @param outcome as jcstress prints it; {@code DEADLOCK} or {@code STUCK} if actors wait for ever
 * @param interleavings how many of the interleavings that were run lead to it
 * @param serial whether some order of the actors, one after the other, gives it
 * @param witness the simplest of these interleavings
 */
public record ReachedOutcome(String outcome, long interleavings, boolean serial, Witness witness) {}
