package dev.safebank.explore.hook.boundary;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** Arrays of atomic variables, of whatever type. */
final class AtomicArrays {

  private AtomicArrays() {}

  static int length(Object array) {
    if (array instanceof AtomicIntegerArray integers) {
      return integers.length();
    }
    return array instanceof AtomicLongArray longs
        ? longs.length()
        : ((AtomicReferenceArray<?>) array).length();
  }

  static boolean isOfNumbers(Object array) {
    return !(array instanceof AtomicReferenceArray);
  }
}
