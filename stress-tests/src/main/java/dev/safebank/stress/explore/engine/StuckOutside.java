package dev.safebank.stress.explore.engine;

/** The arbiter, or the constructor of the state, would wait for ever. */
final class StuckOutside extends Error {

  private static final long serialVersionUID = 1L;

  StuckOutside(String forWhat) {
    super("waits for ever for a " + forWhat + " while no actor runs");
  }
}
