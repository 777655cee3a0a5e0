package dev.safebank.explore.result;

import java.util.List;

/**
 * An actor that waits forever at the end of a witness.
 *
 * @param actor its index
 * @param kind what kind of thing it waits for
 * @param resource path of that thing from the test's state, e.g. {@code bank.locks[1]}; empty if it
 *     waits for nothing
 * @param heldBy who holds the resource, if it is held and the holders are known
 * @param where where it waits
 */
public record WaitingActor(
    int actor,
    ResourceKind kind,
    String resource,
    List<ResourceHolder> heldBy,
    SourceLocation where) {

  public WaitingActor {
    heldBy = List.copyOf(heldBy);
  }
}
