package dev.safebank.explore.hook.boundary;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.BlockingQueue;

/** Which calls on a concurrent collection will find that they have nothing to do. */
final class NoChange {

  private static final Set<String> TAKE =
      Set.of("poll", "pollFirst", "pollLast", "pop", "removeFirst", "removeLast");
  private static final Set<String> OFFER = Set.of("offer", "offerFirst", "offerLast");

  private NoChange() {}

  /**
   * Whether a call that is just about to be made, by the only thread that runs, changes nothing.
   * False if it cannot be told.
   */
  static boolean isSure(String method, List<Object> operands) {
    Object receiver = operands.get(0);
    if (receiver instanceof Queue<?> queue) {
      return (TAKE.contains(method) && queue.isEmpty())
          || (OFFER.contains(method)
              && queue instanceof BlockingQueue<?> bounded
              && bounded.remainingCapacity() == 0);
    }
    if (operands.size() == 1) {
      return false;
    }
    if (receiver instanceof Map<?, ?> map) {
      boolean present = map.containsKey(operands.get(1));
      return method.equals("putIfAbsent") ? present : method.equals("remove") && !present;
    }
    if (receiver instanceof Set<?> set) {
      return isSure(method, set, operands.get(1));
    }
    return false;
  }

  private static boolean isSure(String method, Collection<?> set, Object element) {
    boolean present = set.contains(element);
    return method.equals("add") ? present : method.equals("remove") && !present;
  }
}
