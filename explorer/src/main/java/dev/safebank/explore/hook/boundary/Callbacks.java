package dev.safebank.explore.hook.boundary;

import dev.safebank.explore.boundary.RuntimeClass;
import java.util.Map;
import java.util.Set;

/** What calls into the JDK may call back, and what they do with what that hands them. */
final class Callbacks {

  /** They fill a container, or an array, that a function of the program supplies. */
  private static final Set<String> FILL_WHAT_THEY_GET = Set.of("collect", "toArray");

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

  /** Whether a call writes to what its functions return. */
  static boolean areWrittenBy(String method) {
    return FILL_WHAT_THEY_GET.contains(method);
  }
}
