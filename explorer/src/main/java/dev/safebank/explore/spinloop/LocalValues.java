package dev.safebank.explore.spinloop;

import java.util.Arrays;

/**
 * The values of a method's local variables at the head of a loop. Primitives, boxes and strings are
 * compared by value, other references by identity.
 */
final class LocalValues {

  private long[] numbers = new long[4];
  private Object[] references = new Object[4];
  private int numberCount;
  private int referenceCount;
  private boolean known = true;

  void clear() {
    Arrays.fill(references, 0, referenceCount, null);
    numberCount = 0;
    referenceCount = 0;
    known = true;
  }

  void setTo(LocalValues other) {
    clear();
    for (int i = 0; i < other.numberCount; i++) {
      add(other.numbers[i]);
    }
    for (int i = 0; i < other.referenceCount; i++) {
      add(other.references[i]);
    }
    known = other.known;
  }

  void add(long number) {
    if (numberCount == numbers.length) {
      numbers = Arrays.copyOf(numbers, numberCount * 2);
    }
    numbers[numberCount++] = number;
  }

  void add(Object reference) {
    if (referenceCount == references.length) {
      references = Arrays.copyOf(references, referenceCount * 2);
    }
    references[referenceCount++] = reference;
  }

  /** There is more that the loop could carry from round to round. */
  void unknown() {
    known = false;
  }

  /** Whether both hold all there is, and the same. */
  boolean isSame(LocalValues other) {
    return known
        && other.known
        && Arrays.equals(numbers, 0, numberCount, other.numbers, 0, other.numberCount)
        && referenceCount == other.referenceCount
        && haveSameReferences(other);
  }

  private boolean haveSameReferences(LocalValues other) {
    for (int i = 0; i < referenceCount; i++) {
      if (!isSame(references[i], other.references[i])) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSame(Object one, Object other) {
    if (one == other) {
      return true;
    }
    boolean isValue = one instanceof Number || one instanceof String || one instanceof Character;
    return isValue
        && other != null
        && one.getClass() == other.getClass()
        && one.getClass().getName().startsWith("java.lang.")
        && one.equals(other);
  }
}
