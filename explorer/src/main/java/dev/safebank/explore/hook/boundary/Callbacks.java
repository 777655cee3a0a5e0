package dev.safebank.explore.hook.boundary;

import dev.safebank.explore.boundary.RuntimeClass;
import dev.safebank.explore.memory.Derived;
import dev.safebank.explore.memory.Memory;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;

/** What calls into the JDK may call back, and what they do with what that hands them. */
final class Callbacks {

  /** They fill a container, or an array, that a function of the program supplies. */
  private static final Set<String> FILL_WHAT_THEY_GET = Set.of("collect", "toArray");

  /** They hand on what their functions return, and do not look into it. */
  private static final Set<String> HAND_ON = Set.of(
      "java/util/Optional",
      "java/util/OptionalInt",
      "java/util/OptionalLong",
      "java/util/OptionalDouble");

  private Callbacks() {}

  /** Whether a call with these operands may call the program back. */
  static boolean maybe(Memory memory, Object... operands) {
    for (Object operand : operands) {
      if (operand != null && mayCall(memory, operand)) {
        return true;
      }
    }
    return false;
  }

  private static boolean mayCall(Memory memory, Object operand) {
    if (RuntimeClass.of(operand).isProgram() || isOrdered(operand)) {
      return true;
    }
    Derived from = memory.derived(operand);
    return from != null
        && (from.backing().isEmpty()
            || from.backing().stream().anyMatch(backing -> mayCall(memory, backing)));
  }

  /** Whether a collection has a comparator, which may be made of functions of the program. */
  private static boolean isOrdered(Object collection) {
    if (collection instanceof SortedMap<?, ?> map) {
      return map.comparator() != null;
    }
    if (collection instanceof SortedSet<?> set) {
      return set.comparator() != null;
    }
    return collection instanceof PriorityQueue<?> queue && queue.comparator() != null;
  }

  /** Whether whoever takes all elements of an argument asks the program for them. */
  static boolean maybeIteratedBy(Object argument) {
    return (argument instanceof Iterable || argument instanceof Map)
        && RuntimeClass.of(argument).isProgram();
  }

  /** Whether the calls of a class use what their functions return. */
  static boolean areUsedBy(String owner) {
    return !HAND_ON.contains(owner);
  }

  /** Whether a call writes to what its functions return. */
  static boolean areWrittenBy(String method) {
    return FILL_WHAT_THEY_GET.contains(method);
  }
}
