package dev.safebank.model;

/** A property that a bank may claim to keep under concurrency. The order is the report's. */
public enum Promise {
  /**
   * When all transfers are over, every cent that a transfer said it moved has left the one account
   * and reached the other, so the balances add up to the opening total.
   */
  CONSERVES_MONEY(
      "conserves money", "When all transfers are over, the balances add up to the opening total."),

  /** Every validation, at any moment, sees the opening total. */
  CONSISTENT_TOTAL("consistent total", "Every validation, at any moment, sees the opening total."),

  /** No balance is ever below zero. */
  NEVER_OVERDRAWN("never overdrawn", "No balance is ever below zero."),

  /** No call waits for ever. */
  NEVER_DEADLOCKS("never deadlocks", "No call waits for ever."),

  /** A transfer that fails midway leaves no lock held. */
  RELEASES_LOCKS("releases locks", "A transfer that fails midway leaves no lock held."),

  /** A transfer that fails midway moves no money. */
  UNDOES_FAILED_TRANSFERS("undoes failure", "A transfer that fails midway moves no money."),

  /** A thread that is inside the bank may call it again. */
  NESTS("nests", "A thread inside the bank may call it again.");

  private final String words;
  private final String law;

  Promise(String words, String law) {
    this.words = words;
    this.law = law;
  }

  /** The promise in two or three lower-case words, for a column head or a test name. */
  public String words() {
    return words;
  }

  /** The promise as a law, in one sentence. */
  public String law() {
    return law;
  }
}
