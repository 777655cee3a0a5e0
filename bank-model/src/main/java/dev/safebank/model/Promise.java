package dev.safebank.model;

/** A property that a bank may claim to keep under concurrency. The order is the report's. */
public enum Promise {
  /**
   * When all transfers are over, every cent that a transfer said it moved has left the one account
   * and reached the other, so the balances add up to the opening total.
   */
  CONSERVES_MONEY("conserves money"),

  /** Every validation, at any moment, sees the opening total. */
  CONSISTENT_TOTAL("consistent total"),

  /** No balance is ever below zero. */
  NEVER_OVERDRAWN("never overdrawn"),

  /** No call waits for ever. */
  NEVER_DEADLOCKS("never deadlocks"),

  /** A transfer that fails midway leaves no lock held. */
  RELEASES_LOCKS("releases locks"),

  /** A transfer that fails midway moves no money. */
  UNDOES_FAILED_TRANSFERS("undoes failure"),

  /** A thread that is inside the bank may call it again. */
  NESTS("nests");

  private final String words;

  Promise(String words) {
    this.words = words;
  }

  /** The promise in two or three lower-case words, for a column head or a test name. */
  public String words() {
    return words;
  }
}
