package dev.safebank.stress.run;

/**
 * How much runs at a time.
 *
 * @param forks forks, each with its actors
 * @param actors actors of all forks together
 */
record Lanes(int forks, int actors) {

  /**
   * One actor a CPU: actors race best when each has its own, ten times better by the anomalies seen
   * than with two forks on two CPUs.
   */
  static Lanes on(int cpus) {
    return new Lanes(cpus / 2, cpus);
  }
}
