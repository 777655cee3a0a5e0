package dev.safebank.explore.hook.boundary;

import dev.safebank.explore.boundary.ClassKind;
import dev.safebank.explore.boundary.Effect;
import dev.safebank.explore.boundary.ForeignCall;
import dev.safebank.explore.boundary.RuntimeClass;
import dev.safebank.explore.memory.Derived;
import dev.safebank.explore.runtime.Execution;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds out what the results of calls into the JDK stand for. */
final class Derivation {

  private Derivation() {}

  /** Methods of a stream after which it takes calls to tell how many elements there are. */
  private static final Set<String> CHANGE_COUNT = Set.of(
      "filter",
      "flatMap",
      "flatMapToInt",
      "flatMapToLong",
      "flatMapToDouble",
      "mapMulti",
      "mapMultiToInt",
      "mapMultiToLong",
      "mapMultiToDouble",
      "distinct",
      "takeWhile",
      "dropWhile");

  static void of(
      Execution execution, ForeignCall call, Effect effect, Object[] operands, Object result) {
    boolean hasReceiver = call.hasReceiver();
    RuntimeClass type = RuntimeClass.of(result);
    if (type.isProgram() || isOneOf(result, operands)) {
      return;
    }
    if (effect.is(Effect.Flag.ENTRY)) {
      entry(execution, operands[0], result);
    } else if (effect.derives() && !isImmutable(type.kind())) {
      boolean mutex = effect.is(Effect.Flag.MUTEX);
      boolean cursor = effect.is(Effect.Flag.CURSOR);
      if (!cursor && hasReceiver && RuntimeClass.of(operands[0]).isSkeleton()) {
        return; // Such a view may have a state of its own, and is not controlled.
      }
      List<Object> backing = mutex ? List.of(operands[0]) : backing(operands, hasReceiver);
      execution.memory().derive(result, new Derived(backing, cursor, mutex));
      ofStream(execution, call, operands, result);
    }
  }

  /** A stream's functions need not be called if only the number of elements is asked for. */
  private static void ofStream(
      Execution execution, ForeignCall call, Object[] operands, Object stream) {
    if (!call.owner().startsWith("java/util/stream/") || CHANGE_COUNT.contains(call.name())) {
      return;
    }
    int first = call.hasReceiver() ? 1 : 0;
    for (int i = 0; i < operands.length; i++) {
      boolean isFunction = i >= first && operands[i] != null && call.isFunction(i - first);
      if (isFunction || execution.memory().isCountedWithoutCalls(operands[i])) {
        execution.memory().countedWithoutCalls(stream);
      }
    }
  }

  /** A view may be of a class that has a state of its own elsewhere, as a {@code TreeSet}'s are. */
  private static boolean isImmutable(ClassKind kind) {
    return kind == ClassKind.VALUE || kind == ClassKind.PARTS || kind == ClassKind.SALTED;
  }

  private static boolean isOneOf(Object result, Object... operands) {
    for (Object operand : operands) {
      if (operand == result) {
        return true;
      }
    }
    return false;
  }

  /** An entry that an iterator hands out is part of the map; any other element is itself. */
  private static void entry(Execution execution, Object receiver, Object result) {
    if (result instanceof Map.Entry && RuntimeClass.of(result).kind() == ClassKind.NONE) {
      Derived from = execution.memory().derived(receiver);
      List<Object> backing = from != null && from.isCursor() ? from.backing() : List.of(receiver);
      execution.memory().derive(result, new Derived(backing, false, false));
    }
  }

  private static List<Object> backing(Object[] operands, boolean hasReceiver) {
    List<Object> backing = new ArrayList<>(1);
    for (int i = 0; i < operands.length; i++) {
      Object operand = operands[i];
      if (operand == null) {
        continue;
      }
      RuntimeClass type = RuntimeClass.of(operand);
      boolean isSnapshot = i == 0 && hasReceiver && type.kind() == ClassKind.SNAPSHOT;
      boolean isConstant =
          type.kind() == ClassKind.VALUE || type.isProgramOnly() || type.isSkeleton();
      if (!isSnapshot && !isConstant) {
        backing.add(operand);
      }
    }
    return backing;
  }
}
