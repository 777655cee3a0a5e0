package dev.safebank.model;

/**
 * A small in-memory bank: money moves between accounts, and a validator adds it all up.
 *
 * <p>A bank is opened from its opening balances and a {@link Midway} (see {@link BankFactory}),
 * with accounts numbered from 0. Money is counted in whole cents. The sum of all balances, the
 * <em>total</em>, must never change: that is what transfers and validations running at the same
 * time put at risk, and what the {@linkplain Promise promises} are about.
 *
 * <p>Thread-safety is the question that each implementation answers in its own way: a
 * {@linkplain LockingVariant locking variant} states which promises it keeps when threads call it
 * concurrently. Called from one thread at a time, every bank keeps the method contracts below, as
 * far as the promises it admits to breaking let it: one that does not nest never returns from
 * {@link #transferAndValidate}.
 */
public interface Bank {

  /**
   * Moves {@code amount} cents from one account to another. A transfer from an account to itself is
   * legal and moves nothing, but needs the funds all the same.
   *
   * @param from the account to withdraw from, 0 ≤ from &lt; number of accounts
   * @param to the account to deposit to, 0 ≤ to &lt; number of accounts
   * @param amount cents, greater than 0
   * @return true if the money moved; false, and nothing moved, if {@code from} holds less
   * @throws IllegalArgumentException if an account is unknown or the amount is not positive
   * @throws ArithmeticException if the deposit would overflow a {@code long}
   * @throws InterruptedException if interrupted while waiting for a lock; nothing moved
   */
  boolean transfer(int from, int to, long amount) throws InterruptedException;

  /**
   * Adds up all balances, as this variant's validator sees them.
   *
   * @return the total in cents
   * @throws ArithmeticException if the total overflows a {@code long}
   * @throws InterruptedException if interrupted while waiting for a lock
   */
  long validate() throws InterruptedException;

  /**
   * A transfer and the total as of that same moment, as one atomic step: the validator is called by
   * a thread that is already inside the bank. The total is returned whether or not the funds
   * sufficed.
   *
   * @return the total in cents
   * @throws IllegalArgumentException as {@link #transfer}
   * @throws ArithmeticException as {@link #transfer} and {@link #validate}
   * @throws InterruptedException as {@link #transfer} and {@link #validate}
   */
  long transferAndValidate(int from, int to, long amount) throws InterruptedException;

  /**
   * The balances as plainly read, without any lock: only meaningful when nothing runs.
   *
   * @return a new array, indexed by account
   */
  long[] balances();
}
