package dev.safebank.model;

/** Argument checks that banks share, made before any account is read. */
public final class BankArguments {

  private BankArguments() {}

  /**
   * Returns a copy of the opening balances, so that the bank shares no array with its caller.
   *
   * @throws IllegalArgumentException if a balance is negative
   */
  public static long[] checkedCopy(long[] openingBalances) {
    for (int account = 0; account < openingBalances.length; account++) {
      if (openingBalances[account] < 0) {
        throw new IllegalArgumentException("opening balance must be >= 0: account "
            + account
            + " has "
            + openingBalances[account]);
      }
    }
    return openingBalances.clone();
  }

  /**
   * Checks a transfer's arguments against a bank of {@code accounts} accounts.
   *
   * @throws IllegalArgumentException if an account is unknown or the amount is not positive
   */
  public static void checkTransfer(int accounts, int from, int to, long amount) {
    checkAccount(accounts, from);
    checkAccount(accounts, to);
    if (amount <= 0) {
      throw new IllegalArgumentException("amount must be > 0: " + amount);
    }
  }

  private static void checkAccount(int accounts, int account) {
    if (account < 0 || account >= accounts) {
      throw new IllegalArgumentException(
          "unknown account " + account + ": this bank has accounts 0 to " + (accounts - 1));
    }
  }
}
