package dev.safebank.report.verdict;

import java.util.List;

/**
 * An actor that waits forever at the end of an interleaving.
 *
 * @param actor its index
 * @param kind what kind of thing it waits for
 * @param resource that thing, e.g. {@code bank.locks[1]}; empty if it waits for nothing
 * @param heldBy who holds it
 * @param where where it waits
 */
public record VerdictWait(
    int actor,
    VerdictResource kind,
    String resource,
    List<VerdictHolder> heldBy,
    VerdictLocation where) {

  public VerdictWait {
    heldBy = List.copyOf(heldBy);
  }
}
