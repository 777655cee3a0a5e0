package dev.safebank.stress.explore.engine;

/** Is told of data races. */
@FunctionalInterface
interface Races {

  /** Two accesses to one location conflict, and happens-before does not order them. */
  void found(
      Actor first, int firstSite, boolean firstWrites, Actor second, int site, boolean writes);
}
