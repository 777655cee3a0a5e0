package dev.safebank.model;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** A property that a bank may claim to keep under concurrency. The order is the report's. */
public enum Promise {
  /**
   * When all transfers are over, the balances add up to the opening total. Money that a transfer
   * took, failed midway and did not put back breaks {@link #UNDOES_FAILED_TRANSFERS} instead.
   */
  CONSERVES_MONEY(
      "conserves money", "When all transfers are over, the balances add up to the opening total."),

  /** Every validation, at any moment, sees the opening total. */
  CONSISTENT_TOTAL("consistent total", "Every validation, at any moment, sees the opening total."),

  /** No balance is ever below zero. */
  NEVER_OVERDRAWN("never overdrawn", "No balance is ever below zero."),

  /** No call waits forever. */
  NEVER_DEADLOCKS("never deadlocks", "No call waits forever."),

  /** A transfer that fails midway leaves no lock held. */
  RELEASES_LOCKS("releases locks", "A transfer that fails midway leaves no lock held."),

  /** A transfer that fails midway moves no money. */
  UNDOES_FAILED_TRANSFERS("undoes failure", "A transfer that fails midway moves no money."),

  /** A thread that is inside the bank may call it again. */
  NESTS("nests", "A thread inside the bank may call it again."),

  /**
   * Every outcome is one that the {@linkplain dev.safebank.model.specification.Specification
   * specification} gives for whole calls in some order that respects which call ended before which
   * began. A call that waits forever has no outcome that could break this.
   */
  LINEARIZABLE(
      "linearizable",
      "Every outcome is that of whole calls in some order, which respects which call ended before"
          + " which began.");

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

  /** The same promises in the order of the report. */
  public static Set<Promise> inOrder(Collection<Promise> promises) {
    Set<Promise> ordered = EnumSet.noneOf(Promise.class);
    ordered.addAll(promises);
    return Collections.unmodifiableSet(ordered);
  }
}
