package dev.safebank.model;

/**
 * What happens midway through a transfer: after the withdrawal, before the deposit, inside whatever
 * locks the variant holds there.
 *
 * <p>Nothing, by default. A demonstration yields here to make races likely, and a test waits for a
 * latch here, or fails.
 */
@FunctionalInterface
public interface Midway {

  /** Goes straight on to the deposit. */
  Midway NOTHING = (from, to, amount) -> {};

  /**
   * Called once per attempt to move money, between the withdrawal and the deposit, by the thread
   * that transfers. Whatever it throws ends the transfer and reaches its caller.
   *
   * @throws InterruptedException if interrupted while it waits
   */
  void reached(int from, int to, long amount) throws InterruptedException;
}
