package dev.safebank.model;

/** Opens banks of one kind, e.g. {@code GlobalLockBank::new}. */
@FunctionalInterface
public interface BankFactory {

  /**
   * Opens a bank with as many accounts as there are opening balances.
   *
   * @param openingBalances cents, each at least 0; copied
   * @param midway called between each withdrawal and its deposit
   * @throws IllegalArgumentException if an opening balance is negative
   * @throws ArithmeticException if the total overflows a {@code long} and the bank refuses that; it
   *     may also open, and then throws in {@link Bank#validate}
   */
  Bank open(long[] openingBalances, Midway midway);
}
