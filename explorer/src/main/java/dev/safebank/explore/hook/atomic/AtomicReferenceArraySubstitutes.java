package dev.safebank.explore.hook.atomic;

import dev.safebank.explore.hook.AtomicHooks;
import dev.safebank.explore.hook.substitute.Substitutes;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/**
 * Calls to an {@code AtomicReferenceArray} that take a function: they read, call the function, and
 * try to set what it returns, again and again.
 */
@Substitutes(AtomicReferenceArray.class)
public final class AtomicReferenceArraySubstitutes {

  private AtomicReferenceArraySubstitutes() {}

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
    AtomicHooks.element(atomic, index, site, AtomicHooks.Use.READ.code());
    return atomic.get(index);
  }

  private static <V> boolean set(
      AtomicReferenceArray<V> atomic, int index, V before, V after, int site) {
    AtomicHooks.element(atomic, index, site, AtomicHooks.Use.COMPARE.code());
    boolean success = atomic.compareAndSet(index, before, after);
    AtomicHooks.compared(success);
    return success;
  }
}
