package dev.safebank.explore.options;

import java.time.Duration;

/** Is told now and then how far an exploration has come. */
@FunctionalInterface
public interface ExplorationListener {

  /** Wants to know nothing. */
  ExplorationListener NONE = (test, executions, elapsed) -> {};

  /**
   * The exploration goes on. Called about once a second, by the thread that asked for the
   * exploration.
   *
   * @param test binary name of the test class
   * @param executions how many executions were run so far
   */
  void progressed(String test, long executions, Duration elapsed);
}
