package dev.safebank.stress.watch;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All threads of the test at one moment: their states and stacks were read while the JVM had
 * stopped them all.
 */
final class Snapshot {

  private final Map<Long, Sighting> byId;

  Snapshot(List<Sighting> sightings) {
    byId =
        sightings.stream().collect(Collectors.toUnmodifiableMap(Sighting::id, Function.identity()));
  }

  Set<Long> ids() {
    return byId.keySet();
  }

  Sighting of(long id) {
    return byId.get(id);
  }

  /** The threads that stand so, in the order of their ids. */
  List<Sighting> standing(Standing standing) {
    return byId.values().stream()
        .filter(sighting -> sighting.standing() == standing)
        .sorted((a, b) -> Long.compare(a.id(), b.id()))
        .toList();
  }

  /** What to call the owner of the lock that the thread waits for; empty if there is none known. */
  Optional<String> ownerName(Sighting waiting) {
    if (waiting.info().getLockOwnerId() < 0) {
      return Optional.empty();
    }
    Sighting owner = byId.get(waiting.info().getLockOwnerId());
    return Optional.of(owner == null ? waiting.info().getLockOwnerName() : owner.name());
  }

  /**
   * A cycle of two or more threads, each waiting for a lock that the next one holds. (A thread that
   * waits for itself is no cycle: nobody else is to blame.) Since all were seen at the same moment,
   * and none can give up its lock before it gets the next, they wait for ever.
   *
   * @return the threads in the cycle's order; empty if there is none
   */
  List<Sighting> cycle() {
    return byId.keySet().stream()
        .sorted()
        .map(this::cycleFrom)
        .filter(cycle -> cycle.size() > 1)
        .findFirst()
        .orElse(List.of());
  }

  /** The threads on the way from one thread back to itself, if there is such a way. */
  private List<Sighting> cycleFrom(long start) {
    Set<Sighting> way = new LinkedHashSet<>();
    Sighting at = byId.get(start);
    while (at != null && at.waitsForAnOwner() && way.add(at)) {
      at = byId.get(at.info().getLockOwnerId());
    }
    boolean closed = at != null && at.id() == start && !way.isEmpty();
    return closed ? List.copyOf(way) : List.of();
  }
}
