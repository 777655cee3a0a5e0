package dev.safebank.explore.hook.boundary;

import dev.safebank.explore.boundary.ClassKind;
import dev.safebank.explore.boundary.RuntimeClass;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether it is chance in which order a collection is iterated. */
final class HashOrder {

  private HashOrder() {}

  static boolean isChance(Object collection) {
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
