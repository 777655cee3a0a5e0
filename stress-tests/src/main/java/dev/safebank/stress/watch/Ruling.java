package dev.safebank.stress.watch;

/** Why an actor that the watchdog interrupts would have waited for ever; a part of an outcome. */
public enum Ruling {
  /** It is in a cycle: each waits for a lock that the next one holds. */
  DEADLOCK,
  /** It is in no cycle, but nobody is left who could let it go on. */
  STUCK
}
