package dev.safebank.explore.result;

/**
 * One call ended before another one, of another actor, began. Actors, and the calls of an actor,
 * are numbered from 0.
 */
public record CallOrder(int endedActor, int endedCall, int beganActor, int beganCall) {}
