package dev.safebank.evidence.cost;

/**
 * The settings of a run of the original program.
 *
 * @param threads how many threads use the bank at the same time
 * @param transfers how many random transfers each of them makes, with a validation after each
 * @param accounts how many accounts the bank has
 * @param seed of the random choice of accounts and amounts; each thread derives its own
 * @param yields whether a transfer yields the processor between its withdrawal and its deposit
 * @param warmUps how often the same is done to other banks first, so that compiled code is timed
 */
public record OriginalProgramSettings(
    int threads, int transfers, int accounts, long seed, boolean yields, int warmUps) {

  /**
   * Checks the settings.
   *
   * @throws IllegalArgumentException if one is too small; the message says which, and why
   */
  public OriginalProgramSettings {
    require("threads", threads, 1);
    require("transfers", transfers, 1);
    require("accounts", accounts, 2);
    require("warm-ups", warmUps, 0);
  }

  private static void require(String name, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(name + " must be >= " + least + ": " + value);
    }
  }

  /** The same number of transfers in all, by one thread. */
  public OriginalProgramSettings onOneThread() {
    return new OriginalProgramSettings(
        1, Math.multiplyExact(threads, transfers), accounts, seed, yields, warmUps);
  }
}
