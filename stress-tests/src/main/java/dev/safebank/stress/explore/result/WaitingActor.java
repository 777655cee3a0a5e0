package dev.safebank.stress.explore.result;

import java.util.List;

/**
 * An actor that waits for ever.
 *
 * @param actor its name
 * @param where source file and line at which it waits
 * @param what what it waits for, e.g. {@code the lock bank.locks[1]}
 * @param heldBy who holds that, and since where, e.g. {@code transferBack (at
 *     AccountLocksBank.java:40)}
 */
public record WaitingActor(String actor, String where, String what, List<String> heldBy) {

  public WaitingActor {
    heldBy = List.copyOf(heldBy);
  }

  @Override
  public String toString() {
    String held = heldBy.isEmpty() ? "" : ", held by " + String.join(" and ", heldBy);
    return "%s waits at %s for %s%s".formatted(actor, where, what, held);
  }
}
