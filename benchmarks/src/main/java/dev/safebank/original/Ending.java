package dev.safebank.original;

/** How it ended with a bank. */
enum Ending {
  /** Every thread made all its transfers. */
  FINISHED,
  /** Threads waited in a circle, each for a lock that the next one held. */
  DEADLOCKED,
  /** No circle, but every thread waited, and nobody was left who could have woken one. */
  STUCK,
  /** Threads ran, but completed nothing for as long as the program's patience lasted. */
  SPINNING
}
