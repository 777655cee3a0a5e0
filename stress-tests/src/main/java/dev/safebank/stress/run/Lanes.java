package dev.safebank.stress.run;

/**
 * How much runs at a time.
 *
 * @param forks forks, each with its actors
 * @param actors actors of all forks together
 */
record Lanes(int forks, int actors) {

  /**
   * Twice as many actors as CPUs. A fork that starts keeps one CPU busy, not two; and where two
   * forks sample at once, actors are preempted in the middle of what they do, as races like it.
   */
  static Lanes on(int cpus) {
    return new Lanes(cpus, 2 * cpus);
  }
}
