package dev.safebank.model.specification;

import dev.safebank.model.Promise;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The kinds of anomalies: what can be wrong with an outcome that is not serial.
 *
 * <p>No order of whole calls gives any of these, so each breaks {@link Promise#LINEARIZABLE}, with
 * two exceptions. A call that waits forever does not: it has no result that could be wrong. And a
 * {@link #FORBIDDEN_RESULT} breaks no promise, because no promise that a bank admits to breaking
 * excuses it.
 */
public enum AnomalyKind {
  /** A validation read a total other than the opening total. */
  TORN_TOTAL(Promise.CONSISTENT_TOTAL, "A validator read a total that is not the opening total."),

  /** The final balances add up to less than the opening total. */
  LOST_MONEY(
      Promise.CONSERVES_MONEY, "Money was lost: the final total is below the opening total."),

  /** The final balances add up to more than the opening total. */
  MADE_MONEY(
      Promise.CONSERVES_MONEY, "Money was made: the final total is above the opening total."),

  /** A final balance is below zero. */
  OVERDRAFT(Promise.NEVER_OVERDRAWN, "An account was overdrawn."),

  /** A transfer failed midway, and a balance of its accounts is not what the others left. */
  NOT_UNDONE(Promise.UNDOES_FAILED_TRANSFERS, "A transfer that failed midway was not undone."),

  /** Calls wait for each other, in a cycle. */
  DEADLOCK(Promise.NEVER_DEADLOCKS, "Calls wait for each other in a cycle, forever."),

  /** A call waits forever, in no cycle, and neither of the next two explains why. */
  STUCK(Promise.NEVER_DEADLOCKS, "A call waits forever, although in no cycle."),

  /** A call waits forever for a lock that a transfer which failed midway has left locked. */
  NOT_RELEASED(
      Promise.RELEASES_LOCKS,
      "A call waits forever for a lock that a failed transfer still holds."),

  /** A transfer with validation waits forever for a lock that it holds itself. */
  NOT_NESTED(Promise.NESTS, "A call waits forever for a lock that its own thread holds."),

  /** A call does not end, although nothing keeps its thread from running. */
  HUNG(Promise.NEVER_DEADLOCKS, "A call did not end, although nothing kept it from running."),

  /** The final total is right, but the balances are not what the successful transfers left. */
  LOST_TRANSFER(
      Promise.LINEARIZABLE, "A transfer reported success, and the balances do not show it."),

  /** A call gave a result that the specification gives for it in no order of the calls. */
  UNSPECIFIED_RESULT(
      Promise.LINEARIZABLE, "A call gave a result that it gives in no order of the calls."),

  /** Each result is possible and the balances fit, but no order of the calls gives all of them. */
  NOT_SERIAL(Promise.LINEARIZABLE, "No order of the calls gives this outcome."),

  /** A call threw what the contract never throws for it, or returned what is no result of it. */
  FORBIDDEN_RESULT("A call ended as the contract never lets it end.");

  private static final Set<AnomalyKind> WAITS =
      EnumSet.of(DEADLOCK, STUCK, NOT_RELEASED, NOT_NESTED, HUNG);

  private final Optional<Promise> promise;
  private final String meaning;

  AnomalyKind(Promise promise, String meaning) {
    this.promise = Optional.of(promise);
    this.meaning = meaning;
  }

  AnomalyKind(String meaning) {
    this.promise = Optional.empty();
    this.meaning = meaning;
  }

  /**
   * The promise whose law names this; empty if none does. A bank that shows such an anomaly has
   * broken its contract, whatever it admits.
   */
  public Optional<Promise> promise() {
    return promise;
  }

  /** All promises that this breaks: the one that names it, and that calls are linearizable. */
  public Set<Promise> breaks() {
    Set<Promise> breaks = EnumSet.noneOf(Promise.class);
    promise.ifPresent(breaks::add);
    if (promise.isPresent() && !isWait()) {
      breaks.add(Promise.LINEARIZABLE);
    }
    return Collections.unmodifiableSet(breaks);
  }

  /** The promises that calls break by waiting forever. */
  public static Set<Promise> brokenByWaiting() {
    return promises(AnomalyKind::isWait);
  }

  /** The promises that results and balances break, and {@link Promise#LINEARIZABLE} with them. */
  public static Set<Promise> brokenByResults() {
    return promises(kind -> kind.breaks().contains(Promise.LINEARIZABLE));
  }

  private static Set<Promise> promises(Predicate<AnomalyKind> wanted) {
    Set<Promise> promises = EnumSet.noneOf(Promise.class);
    Arrays.stream(values()).filter(wanted).forEach(kind -> kind.promise.ifPresent(promises::add));
    return Collections.unmodifiableSet(promises);
  }

  /** Whether it is about a call that waits forever. */
  public boolean isWait() {
    return WAITS.contains(this);
  }

  /** What happened, in one sentence. */
  public String meaning() {
    return meaning;
  }
}
