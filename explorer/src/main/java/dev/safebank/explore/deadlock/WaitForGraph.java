package dev.safebank.explore.deadlock;

import java.util.List;
import java.util.Optional;

/**
 * The wait-for graph of threads that cannot move: which thread waits for which other one. A cycle
 * is a deadlock.
 */
public final class WaitForGraph {

  /** By thread: the one that owns what it waits for, or {@link Holder#MAIN} if none does. */
  private final int[] waitsFor;

  /**
   * The graph at this moment.
   *
   * @param wanted what each thread waits for, by its index; empty if it does not wait for a
   *     resource
   */
  public WaitForGraph(List<Optional<Resource>> wanted) {
    waitsFor = wanted.stream()
        .mapToInt(
            resource -> resource.flatMap(Resource::owner).map(Holder::actor).orElse(Holder.MAIN))
        .toArray();
  }

  /** Whether at least two threads wait for each other in a cycle. */
  public boolean hasCycle() {
    for (int thread = 0; thread < waitsFor.length; thread++) {
      if (isInCycle(thread)) {
        return true;
      }
    }
    return false;
  }

  private boolean isInCycle(int start) {
    int at = start;
    for (int length = 1; length <= waitsFor.length; length++) {
      at = waitsFor[at];
      if (at == Holder.MAIN) {
        return false;
      }
      if (at == start) {
        return length > 1;
      }
    }
    return false;
  }
}
