package dev.safebank.stress.explore.engine;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/**
 * Calls to an {@code AtomicReferenceArray} that take a function: they read, call the function, and
 * try to set what it returns, again and again.
 */
@CallsTo(AtomicReferenceArray.class)
public final class AtomicReferenceArrayCalls {

  private AtomicReferenceArrayCalls() {}

  /** Stands in for {@code getAndUpdate}. */
  public static <V> V getAndUpdate(
      AtomicReferenceArray<V> atomic, int index, UnaryOperator<V> function, int site) {
    while (true) {
      V before = read(atomic, index, site);
      if (set(atomic, index, before, function.apply(before), site)) {
        return before;
      }
    }
  }

  /** Stands in for {@code updateAndGet}. */
  public static <V> V updateAndGet(
      AtomicReferenceArray<V> atomic, int index, UnaryOperator<V> function, int site) {
    while (true) {
      V before = read(atomic, index, site);
      V after = function.apply(before);
      if (set(atomic, index, before, after, site)) {
        return after;
      }
    }
  }

  /** Stands in for {@code getAndAccumulate}. */
  public static <V> V getAndAccumulate(
      AtomicReferenceArray<V> atomic, int index, V operand, BinaryOperator<V> function, int site) {
    while (true) {
      V before = read(atomic, index, site);
      if (set(atomic, index, before, function.apply(before, operand), site)) {
        return before;
      }
    }
  }

  /** Stands in for {@code accumulateAndGet}. */
  public static <V> V accumulateAndGet(
      AtomicReferenceArray<V> atomic, int index, V operand, BinaryOperator<V> function, int site) {
    while (true) {
      V before = read(atomic, index, site);
      V after = function.apply(before, operand);
      if (set(atomic, index, before, after, site)) {
        return after;
      }
    }
  }

  private static <V> V read(AtomicReferenceArray<V> atomic, int index, int site) {
    Atomics.element(atomic, index, site, Atomics.Use.READ.code());
    return atomic.get(index);
  }

  private static <V> boolean set(
      AtomicReferenceArray<V> atomic, int index, V before, V after, int site) {
    Atomics.element(atomic, index, site, Atomics.Use.COMPARE.code());
    boolean success = atomic.compareAndSet(index, before, after);
    Atomics.compared(success);
    return success;
  }
}
