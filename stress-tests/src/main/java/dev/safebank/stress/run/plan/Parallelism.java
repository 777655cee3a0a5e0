package dev.safebank.stress.run.plan;

/**
 * How many forks run at the same time.
 *
 * @param forks number of forks
 * @param actors number of actors of all forks together
 */
public record Parallelism(int forks, int actors) {

  /**
   * One actor per CPU. With more, anomalies become rare: two forks on two CPUs show a tenth of
   * those of one fork.
   */
  public static Parallelism on(int cpus) {
    return new Parallelism(Math.max(1, cpus / 2), cpus);
  }
}
