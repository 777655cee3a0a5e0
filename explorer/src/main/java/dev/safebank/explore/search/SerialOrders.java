package dev.safebank.explore.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

/** The orders in which whole actors can run, one after the other. */
final class SerialOrders {

  private final int actors;

  SerialOrders(int actors) {
    this.actors = actors;
  }

  /** Whether there are no more than so many. */
  boolean areAtMost(int most) {
    long orders = 1;
    for (int i = 2; i <= actors && orders <= most; i++) {
      orders *= i;
    }
    return orders <= most;
  }

  /** Offers one order after the other, until one is not taken; false in that case. */
  boolean all(Predicate<List<Integer>> taken) {
    List<Integer> order = new ArrayList<>();
    for (int actor = 0; actor < actors; actor++) {
      order.add(actor);
    }
    return permuted(order, 0, taken);
  }

  private static boolean permuted(List<Integer> order, int from, Predicate<List<Integer>> taken) {
    if (from == order.size()) {
      return taken.test(List.copyOf(order));
    }
    for (int i = from; i < order.size(); i++) {
      Collections.swap(order, from, i);
      boolean goOn = permuted(order, from + 1, taken);
      Collections.swap(order, from, i);
      if (!goOn) {
        return false;
      }
    }
    return true;
  }
}
