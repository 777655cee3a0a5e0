package dev.safebank.stress.explore.engine;

/** A point in the current execution where the search picked an actor, and what it knows of it. */
final class Node {

  /** Bit sets of actors: who can move, who need not be tried, who is to be tried. */
  int enabled;

  int sleep;
  int backtrack;

  int chosen;
  int alternative;
  int alternatives;

  /** Context switches up to and with this step. */
  int switches;

  /** What the replay must find here again. */
  int fingerprint;

  /** Per actor, its latest step that comes before this one in every equivalent order. */
  int[] clock = {};
}
