package dev.safebank.explore.hook.boundary;

import dev.safebank.explore.boundary.ClassKind;
import dev.safebank.explore.boundary.RuntimeClass;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.PriorityBlockingQueue;

/** Whether it is chance in which order a collection is iterated. */
final class HashOrder {

  private HashOrder() {}

  static boolean isChance(Object collection) {
    if (isPriorityQueue(collection)) {
      return ((Collection<?>) collection).size() > 1; // No order is specified, whatever the keys.
    }
    ClassKind kind = RuntimeClass.of(collection).kind();
    if (kind != ClassKind.SALTED && !kind.isHashed()) {
      return false;
    }
    List<Object> keys;
    try {
      keys = Parts.inOrder(collection);
    } catch (RuntimeException inTheMidstOfAChange) {
      return true;
    }
    return keys.size() > 1
        && (kind == ClassKind.SALTED
            || collection instanceof IdentityHashMap
            || (RuntimeClass.of(collection).kind().isHashed()
                && !keys.stream().allMatch(HashOrder::hasStableHash)));
  }

  static boolean isPriorityQueue(Object collection) {
    return collection instanceof PriorityQueue || collection instanceof PriorityBlockingQueue;
  }

  /**
   * Whether the order in which a hash table was filled from a collection shows: that of elements in
   * the same bucket does.
   */
  static boolean mayShowInCopy(Object collection) {
    List<Object> keys;
    try {
      keys = Parts.inOrder(collection);
    } catch (RuntimeException inTheMidstOfAChange) {
      return true;
    }
    if (keys.size() < 2 || !keys.stream().allMatch(HashOrder::hasStableHash)) {
      return false; // If the hash codes are chance, the copy's order is, too, whoever iterates it.
    }
    int buckets = Integer.highestOneBit(keys.size() * 4 / 3) * 2;
    return !keys.stream()
            .allMatch(key -> key == null || RuntimeClass.of(key).kind() == ClassKind.VALUE)
        || keys.stream().mapToInt(key -> bucket(key) & (buckets - 1)).distinct().count()
            < keys.size();
  }

  /** As {@code HashMap} and {@code ConcurrentHashMap} spread hash codes. */
  private static int bucket(Object key) {
    int hash = Objects.hashCode(key);
    return hash ^ hash >>> 16;
  }

  private static boolean hasStableHash(Object key) {
    if (key == null) {
      return true;
    }
    RuntimeClass type = RuntimeClass.of(key);
    if (type.hasIdentityHash()) {
      return false;
    }
    if (type.isProgram() || type.kind() == ClassKind.VALUE) {
      return true;
    }
    Optional<List<Object>> parts = Parts.of(key);
    boolean composite = key instanceof Map || key instanceof Iterable || key instanceof Optional;
    return composite
        && parts.isPresent()
        && parts.get().stream().allMatch(HashOrder::hasStableHash);
  }
}
