package dev.safebank.explore.hook.atomic;

import dev.safebank.explore.hook.AtomicHooks;
import dev.safebank.explore.hook.substitute.Substitutes;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.LongBinaryOperator;
import java.util.function.LongUnaryOperator;

/**
 * Calls to an {@code AtomicLongArray} that take a function: they read, call the function, and try
 * to set what it returns, again and again.
 */
@Substitutes(AtomicLongArray.class)
public final class AtomicLongArraySubstitutes {

  private AtomicLongArraySubstitutes() {}

  /** Stands in for {@code getAndUpdate}. */
  public static long getAndUpdate(
      AtomicLongArray atomic, int index, LongUnaryOperator function, int site) {
    while (true) {
      long before = read(atomic, index, site);
      if (set(atomic, index, before, function.applyAsLong(before), site)) {
        return before;
      }
    }
  }

  /** Stands in for {@code updateAndGet}. */
  public static long updateAndGet(
      AtomicLongArray atomic, int index, LongUnaryOperator function, int site) {
    while (true) {
      long before = read(atomic, index, site);
      long after = function.applyAsLong(before);
      if (set(atomic, index, before, after, site)) {
        return after;
      }
    }
  }

  /** Stands in for {@code getAndAccumulate}. */
  public static long getAndAccumulate(
      AtomicLongArray atomic, int index, long operand, LongBinaryOperator function, int site) {
    while (true) {
      long before = read(atomic, index, site);
      if (set(atomic, index, before, function.applyAsLong(before, operand), site)) {
        return before;
      }
    }
  }

  /** Stands in for {@code accumulateAndGet}. */
  public static long accumulateAndGet(
      AtomicLongArray atomic, int index, long operand, LongBinaryOperator function, int site) {
    while (true) {
      long before = read(atomic, index, site);
      long after = function.applyAsLong(before, operand);
      if (set(atomic, index, before, after, site)) {
        return after;
      }
    }
  }

  private static long read(AtomicLongArray atomic, int index, int site) {
    AtomicHooks.element(atomic, index, site, AtomicHooks.Use.READ.code());
    return atomic.get(index);
  }

  private static boolean set(AtomicLongArray atomic, int index, long before, long after, int site) {
    AtomicHooks.element(atomic, index, site, AtomicHooks.Use.COMPARE.code());
    boolean success = atomic.compareAndSet(index, before, after);
    AtomicHooks.compared(success);
    return success;
  }
}
