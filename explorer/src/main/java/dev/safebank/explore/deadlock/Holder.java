package dev.safebank.explore.deadlock;

/**
 * The holder of a resource, and where it was acquired.
 *
 * @param actor index of the actor; {@link #MAIN} for the thread that sets up and reads the result
 * @param site where it was taken
 */
public record Holder(int actor, int site) {

  public static final int MAIN = -1;
}
