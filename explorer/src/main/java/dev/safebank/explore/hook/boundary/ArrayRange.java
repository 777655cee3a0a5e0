package dev.safebank.explore.hook.boundary;

import dev.safebank.explore.boundary.ForeignCall;
import java.util.List;
import java.util.Set;

/**
 * The elements of an array that a call gets at.
 *
 * @param from index of the first
 * @param to index after the last
 */
record ArrayRange(int from, int to) {

  private static final ArrayRange NONE = new ArrayRange(0, 0);

  private static final String ARRAYS = "java/util/Arrays";

  /** Their methods take an offset and a count after an array. */
  private static final Set<String> TEXTS = Set.of(
      "java/lang/String",
      "java/lang/StringBuilder",
      "java/lang/StringBuffer",
      "java/lang/AbstractStringBuilder");

  /**
   * All elements, unless numbers among the operands say which.
   *
   * @param operands with boxes for those that are numbers
   * @param at which operand is the array
   */
  static ArrayRange of(ForeignCall call, List<Object> operands, int at, int length) {
    boolean isText = TEXTS.contains(call.owner());
    if (!(isText || call.owner().equals(ARRAYS)) || !isNumber(operands, at + 1)) {
      return new ArrayRange(0, length);
    }
    int first = (Integer) operands.get(at + 1);
    if (isText && call.name().equals("getChars")) {
      int count = (Integer) operands.get(at - 1) - (Integer) operands.get(at - 2);
      return within(first, (long) first + count, length);
    }
    if (isNumber(operands, at + 2)) {
      int second = (Integer) operands.get(at + 2);
      return within(first, isText ? (long) first + second : second, length);
    }
    return call.name().equals("copyOf")
        ? within(0, Math.min(first, length), length)
        : new ArrayRange(0, length);
  }

  /** None at all of a range that makes the call fail. */
  private static ArrayRange within(int from, long to, int length) {
    return from < 0 || from > to || to > length ? NONE : new ArrayRange(from, (int) to);
  }

  private static boolean isNumber(List<Object> operands, int at) {
    return at < operands.size() && operands.get(at) instanceof Integer;
  }
}
