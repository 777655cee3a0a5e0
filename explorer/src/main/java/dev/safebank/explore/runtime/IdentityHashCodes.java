package dev.safebank.explore.runtime;

import java.util.IdentityHashMap;
import java.util.TreeSet;

/**
 * The identity hash codes of one execution. Which of two objects has the greater one, or whether
 * they are equal, is chance: so when an object is first asked for its code, it is a choice of the
 * scheduler where that stands among the codes handed out before. All executions together show every
 * weak order of up to four objects; with more, the exploration is incomplete.
 *
 * <p>Asking for a code is no step: the orders that two objects can have are the same, whichever
 * thread asks first.
 */
public final class IdentityHashCodes {

  /** Up to so many objects are tried in every order. */
  private static final int MOST = 4;

  private static final int HIGH = 24;
  private static final int RANKS = 120;

  /** Codes that differ here, too, are told apart by programs that use only the low bits. */
  private static final int LOW = 4;

  private final Execution execution;
  private final IdentityHashMap<Object, Integer> ranks = new IdentityHashMap<>(0);
  private final TreeSet<Integer> used = new TreeSet<>();

  IdentityHashCodes(Execution execution) {
    this.execution = execution;
  }

  /** A hash code whose high bits and whose low bits are both in the order. */
  public int of(Object object, int site) {
    Integer rank = ranks.get(object);
    if (rank == null) {
      rank = ranks.size() < MOST ? chosen() : beyond(site);
      ranks.put(object, rank);
      used.add(rank);
    }
    return rank << HIGH | rank;
  }

  /** One of those used before, or one in a gap between them: the highest gap first. */
  private int chosen() {
    if (used.isEmpty()) {
      return RANKS / 2;
    }
    Integer[] inOrder = used.toArray(new Integer[0]);
    int count = 2 * inOrder.length + 1;
    int place = count - 1 - execution.scheduler().choice(execution, count);
    int at = place / 2;
    if (place % 2 == 1) {
      return inOrder[at];
    }
    int below = at == 0 ? 0 : inOrder[at - 1];
    int above = at == inOrder.length ? RANKS : inOrder[at];
    return between(below, above);
  }

  private int between(int below, int above) {
    int middle = (below + above) / 2;
    for (int distance = 0; distance < LOW; distance++) {
      int candidate = middle + distance;
      if (candidate < above && used.stream().noneMatch(rank -> rank % LOW == candidate % LOW)) {
        return candidate;
      }
    }
    return middle;
  }

  private int beyond(int site) {
    execution
        .findings()
        .bound("identity hash codes of more than %d objects are compared, at %s"
            .formatted(MOST, execution.site(site).where()));
    return Math.max(RANKS, used.last() + 1) & Byte.MAX_VALUE;
  }
}
