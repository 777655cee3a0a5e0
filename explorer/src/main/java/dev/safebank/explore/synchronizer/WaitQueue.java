package dev.safebank.explore.synchronizer;

import java.util.ArrayDeque;
import java.util.Deque;

/** Those that wait for a lock or for permits in the order in which they came. */
final class WaitQueue {

  private final Deque<Object> waiting = new ArrayDeque<>(0);

  /** Joins the queue; returns the place in it. */
  Object join() {
    Object place = new Object();
    waiting.add(place);
    return place;
  }

  void leave(Object place) {
    waiting.remove(place);
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  boolean isFirst(Object place) {
    return waiting.peek() == place;
  }
}
