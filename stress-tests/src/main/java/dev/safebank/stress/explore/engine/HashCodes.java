package dev.safebank.stress.explore.engine;

import java.util.IdentityHashMap;

/**
 * Identity hash codes as a choice: which object has the greater one is chance, so an exploration
 * runs once with each order. Objects count in the order in which the instrumented code created
 * them, or else first asked for their hash code.
 */
final class HashCodes {

  /** Who has the greater identity hash code. */
  enum Order {
    ASCENDING,
    DESCENDING,
    EQUAL
  }

  private static final int HIGH = 24;
  private static final int MOST = 127;

  private final Order order;
  private final IdentityHashMap<Object, Integer> numbers = new IdentityHashMap<>(0);

  HashCodes(Order order) {
    this.order = order;
  }

  void startAfresh() {
    if (!numbers.isEmpty()) {
      numbers.clear();
    }
  }

  void created(Object object) {
    numbers.putIfAbsent(object, numbers.size() + 1);
  }

  /** A hash code whose high bits and whose low bits are both in the order. */
  int of(Object object) {
    created(object);
    int number = Math.min(numbers.get(object), MOST);
    int rank = switch (order) {
      case ASCENDING -> number;
      case DESCENDING -> MOST + 1 - number;
      case EQUAL -> 1;
    };
    return rank << HIGH | rank;
  }
}
