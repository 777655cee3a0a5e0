package dev.safebank.model;

/**
 * A hook that is called midway through a transfer: after the withdrawal and before the deposit,
 * while the variant holds the locks that it holds there.
 *
 * <p>By default it does nothing. A demonstration yields in it to make races likely; a test waits
 * for a latch in it, or throws.
 */
@FunctionalInterface
public interface Midway {

  /** Does nothing. */
  Midway NOTHING = (from, to, amount) -> {};

  /**
   * Called once for each attempt to move money, by the thread that transfers, after the funds were
   * found sufficient and before the deposit is checked for overflow. Whatever it throws ends the
   * transfer and is thrown to the caller of the transfer. What a bank does if the hook calls it is
   * not specified.
   *
   * @throws InterruptedException if interrupted while it waits
   */
  void reached(int from, int to, long amount) throws InterruptedException;
}
