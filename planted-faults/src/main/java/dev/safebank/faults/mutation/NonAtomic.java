package dev.safebank.faults.mutation;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Calls of atomics as a read and a write: what {@link MutationOperator#ATOMIC_TO_PLAIN} puts in
 * their place.
 */
public final class NonAtomic {

  private NonAtomic() {}

  public static <T> boolean compareAndSet(AtomicReference<T> reference, T expected, T value) {
    if (reference.get() != expected) {
      return false;
    }
    reference.set(value);
    return true;
  }

  public static boolean compareAndSet(AtomicInteger number, int expected, int value) {
    if (number.get() != expected) {
      return false;
    }
    number.set(value);
    return true;
  }

  public static boolean compareAndSet(AtomicLong number, long expected, long value) {
    if (number.get() != expected) {
      return false;
    }
    number.set(value);
    return true;
  }

  public static <T> T getAndSet(AtomicReference<T> reference, T value) {
    T before = reference.get();
    reference.set(value);
    return before;
  }

  public static long getAndSet(AtomicLongArray array, int index, long value) {
    long before = array.get(index);
    array.set(index, value);
    return before;
  }

  public static int getAndIncrement(AtomicInteger number) {
    int before = number.get();
    number.set(before + 1);
    return before;
  }

  public static long incrementAndGet(AtomicLong number) {
    long after = number.get() + 1;
    number.set(after);
    return after;
  }
}
