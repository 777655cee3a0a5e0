package dev.safebank.explore.hook.boundary;

import dev.safebank.explore.boundary.RuntimeClass;
import java.util.Map;
import java.util.Set;

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
  static boolean maybe(Object... operands) {
    for (Object operand : operands) {
      if (operand != null && RuntimeClass.of(operand).isProgram()) {
        return true;
      }
    }
    return false;
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
