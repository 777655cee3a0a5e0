package dev.safebank.stress.explore.result;

/**
 * One step of a witness.
 *
 * @param actor index of the actor that moves, from 0
 * @param where source file and line, e.g. {@code UnsafeBank.java:31}
 * @param what what happens, in words and values, e.g. {@code bank.balances[0] 100 → 50}
 */
public record WitnessStep(int actor, String where, String what) {}
