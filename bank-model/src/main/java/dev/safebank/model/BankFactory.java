package dev.safebank.model;

/** Opens a bank; every locking variant's constructor is one. */
@FunctionalInterface
public interface BankFactory {

  /**
   * Opens a bank with as many accounts as there are opening balances.
   *
   * @param openingBalances cents, each at least 0; copied
   * @param midway called between each withdrawal and its deposit
   * @throws IllegalArgumentException if an opening balance is negative
   */
  Bank open(long[] openingBalances, Midway midway);
}
