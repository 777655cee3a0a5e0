package dev.safebank.stress.explore.engine;

/** What an operation waits for: it can be done while this is open. Looking must change nothing. */
@FunctionalInterface
interface Guard {

  boolean isOpen();
}
