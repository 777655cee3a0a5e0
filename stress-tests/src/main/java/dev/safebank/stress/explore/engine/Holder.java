package dev.safebank.stress.explore.engine;

/**
 * Who holds a resource, and since where.
 *
 * @param actor index of the actor; {@link #MAIN} for the thread that sets up and reads the result
 * @param site where it was taken
 */
record Holder(int actor, int site) {

  static final int MAIN = -1;
}
