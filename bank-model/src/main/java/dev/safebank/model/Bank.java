package dev.safebank.model;

/**
 * A small in-memory bank: transfers move money between accounts, validators add up all balances.
 *
 * <p>A bank is opened from its opening balances and a {@link Midway} hook (see
 * {@link BankFactory}). Accounts are numbered from 0, and money is counted in whole cents. The sum
 * of all balances, the <em>total</em>, must never change: that is what concurrent transfers and
 * validations put at risk, and what the {@linkplain Promise promises} are about.
 *
 * <p><b>Contract.</b> Called by one thread at a time, not necessarily always the same one, every
 * bank returns, throws and leaves behind what
 * {@link dev.safebank.model.specification.ReferenceBank} does, as the methods below say. The
 * contract is tested by {@link dev.safebank.model.contract.BankContract}. A bank that admits to
 * breaking a {@linkplain Promise promise} is exempt from what that promise says: one that does not
 * nest may never return from {@link #transferAndValidate}, one that does not undo failed transfers
 * may leave any balances after one, and one that does not release its locks may never return after
 * a call that threw.
 *
 * <p><b>Concurrency.</b> What a bank promises to concurrent callers, its {@linkplain LockingVariant
 * annotation} says.
 *
 * <p><b>Interrupts.</b> A call by a thread that is interrupted, before the call or during it, does
 * one of two things. Either it completes, with the result of a thread that is not interrupted, and
 * leaves the interrupt status set; a bank that waits uninterruptibly does so after the wait. Or it
 * throws {@link InterruptedException}, with the interrupt status cleared; it may do so even if it
 * need not wait, and in place of any other exception.
 */
public interface Bank {

  /**
   * Moves {@code amount} cents from one account to another. In this order, it
   *
   * <ol>
   *   <li>checks the arguments;
   *   <li>returns false if {@code from} holds less than {@code amount}, also if {@code from} and
   *       {@code to} are the same account;
   *   <li>calls the {@link Midway} hook, once (a bank that does not wait for a concurrent transfer
   *       may start over, and call it once more each time);
   *   <li>throws if the deposit overflows; a transfer from an account to itself does not;
   *   <li>moves the money, where a transfer from an account to itself changes nothing, and returns
   *       true.
   * </ol>
   *
   * <p>A call that returns false or throws leaves all balances unchanged.
   *
   * @param from the account to withdraw from, 0 ≤ from &lt; number of accounts
   * @param to the account to deposit to, 0 ≤ to &lt; number of accounts
   * @param amount cents, greater than 0
   * @return true if the money moved; false, and nothing moved, if {@code from} holds less
   * @throws IllegalArgumentException if an account is unknown or the amount is not positive
   * @throws ArithmeticException if the balance of {@code to} would overflow a {@code long}
   * @throws InterruptedException if interrupted; nothing moved. Whatever else the hook throws is
   *     thrown to the caller as well
   */
  boolean transfer(int from, int to, long amount) throws InterruptedException;

  /**
   * Adds up all balances.
   *
   * @return the total in cents
   * @throws ArithmeticException if the total overflows a {@code long}
   * @throws InterruptedException if interrupted
   */
  long validate() throws InterruptedException;

  /**
   * A {@link #transfer} followed by a {@link #validate}, as one atomic step: the validator is
   * called by a thread that is already inside the bank. The total is returned whether the transfer
   * moved the money or was refused.
   *
   * <p>If the transfer throws, nothing moved and nothing is validated. If the validation throws,
   * the transfer stays made.
   *
   * @return the total in cents
   * @throws IllegalArgumentException as {@link #transfer}
   * @throws ArithmeticException as {@link #transfer} and {@link #validate}
   * @throws InterruptedException as {@link #transfer} and {@link #validate}
   */
  long transferAndValidate(int from, int to, long amount) throws InterruptedException;

  /**
   * The balances, read without any lock: only meaningful while no other call is in progress.
   *
   * @return a new array, indexed by account
   */
  long[] balances();
}
