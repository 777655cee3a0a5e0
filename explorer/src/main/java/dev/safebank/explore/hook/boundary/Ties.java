package dev.safebank.explore.hook.boundary;

import dev.safebank.explore.boundary.ClassKind;
import dev.safebank.explore.boundary.RuntimeClass;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.concurrent.PriorityBlockingQueue;

/** Whether the JDK is free to choose among elements that compare as equal. */
final class Ties {

  private Ties() {}

  /**
   * Whether several elements of a priority queue may be its least, of which any may be handed out;
   * true if only the program can tell.
   */
  static boolean mayBeHead(Object collection) {
    if (!HashOrder.isPriorityQueue(collection) || ((Collection<?>) collection).size() < 2) {
      return false;
    }
    Comparator<?> order = collection instanceof PriorityQueue<?> queue
        ? queue.comparator()
        : ((PriorityBlockingQueue<?>) collection).comparator();
    return isOfProgram(order) || !Parts.areValues(collection);
  }

  /**
   * Whether a binary search may find any of several elements; true if only the program can tell.
   *
   * @param operands an array or a list, and perhaps a comparator among the others
   */
  static boolean mayBeFound(List<Object> operands) {
    List<Object> elements = elements(operands.get(0));
    if (elements.size() < 2) {
      return false;
    }
    boolean areCompared = operands.stream()
        .anyMatch(operand -> operand instanceof Comparator<?> order && isOfProgram(order));
    boolean areValues = elements.stream()
        .allMatch(each -> each == null || RuntimeClass.of(each).kind() == ClassKind.VALUE);
    if (areCompared || !areValues) {
      return true;
    }
    for (int i = 1; i < elements.size(); i++) {
      if (Objects.equals(elements.get(i - 1), elements.get(i))) {
        return true;
      }
    }
    return false;
  }

  private static List<Object> elements(Object arrayOrList) {
    if (arrayOrList == null || !arrayOrList.getClass().isArray()) {
      return Parts.inOrder(arrayOrList);
    }
    List<Object> elements = new ArrayList<>();
    for (int i = 0; i < Array.getLength(arrayOrList); i++) {
      elements.add(Array.get(arrayOrList, i));
    }
    return elements;
  }

  /** Whether an order is other than the natural one or its reverse. */
  private static boolean isOfProgram(Comparator<?> order) {
    return order != null && RuntimeClass.of(order).kind() != ClassKind.VALUE;
  }
}
