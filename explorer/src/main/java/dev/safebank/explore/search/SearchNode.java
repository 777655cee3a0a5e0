package dev.safebank.explore.search;

import dev.safebank.explore.finding.Schedule;

/**
 * A node of the search: a scheduling point of the current execution, with its backtrack and sleep
 * sets.
 */
final class SearchNode {

  /** Bit sets of threads: enabled, in the sleep set, to be explored. */
  int enabled;

  int sleep;
  int backtrack;

  /**
   * The thread that did the step; {@link dev.safebank.explore.finding.Schedule#CHOICE} if something
   * was chosen.
   */
  int chosen;

  int alternative;
  int alternatives;

  /** Which of its calls the actor was in. */
  int call;

  /** Context switches up to and with this step. */
  int switches;

  /** What the replay must reproduce here. */
  int fingerprint;

  /** Per actor, its latest step that comes before this one in every equivalent order. */
  int[] clock = {};

  boolean isChoice() {
    return chosen == Schedule.CHOICE;
  }
}
