package dev.safebank.explore.result;

/**
 * What one schedule, run again, did.
 *
 * @param test binary name of the test class
 * @param outcome as jcstress prints it; empty if the schedule ends before the execution
 * @param end how the execution ended
 * @param witness its steps
 */
public record Replay(String test, String outcome, EndState end, Witness witness) {}
