package dev.safebank.explore.hook.atomic;

import dev.safebank.explore.hook.AtomicHooks;
import dev.safebank.explore.hook.substitute.Substitutes;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.IntBinaryOperator;
import java.util.function.IntUnaryOperator;

/**
 * Calls to an {@code AtomicIntegerArray} that take a function: they read, call the function, and
 * try to set what it returns, again and again.
 */
@Substitutes(AtomicIntegerArray.class)
public final class AtomicIntegerArraySubstitutes {

  private AtomicIntegerArraySubstitutes() {}

  /** Stands in for {@code getAndUpdate}. */
  public static int getAndUpdate(
      AtomicIntegerArray atomic, int index, IntUnaryOperator function, int site) {
    while (true) {
      int before = read(atomic, index, site);
      if (set(atomic, index, before, function.applyAsInt(before), site)) {
        return before;
      }
    }
  }

  /** Stands in for {@code updateAndGet}. */
  public static int updateAndGet(
      AtomicIntegerArray atomic, int index, IntUnaryOperator function, int site) {
    while (true) {
      int before = read(atomic, index, site);
      int after = function.applyAsInt(before);
      if (set(atomic, index, before, after, site)) {
        return after;
      }
    }
  }

  /** Stands in for {@code getAndAccumulate}. */
  public static int getAndAccumulate(
      AtomicIntegerArray atomic, int index, int operand, IntBinaryOperator function, int site) {
    while (true) {
      int before = read(atomic, index, site);
      if (set(atomic, index, before, function.applyAsInt(before, operand), site)) {
        return before;
      }
    }
  }

  /** Stands in for {@code accumulateAndGet}. */
  public static int accumulateAndGet(
      AtomicIntegerArray atomic, int index, int operand, IntBinaryOperator function, int site) {
    while (true) {
      int before = read(atomic, index, site);
      int after = function.applyAsInt(before, operand);
      if (set(atomic, index, before, after, site)) {
        return after;
      }
    }
  }

  private static int read(AtomicIntegerArray atomic, int index, int site) {
    AtomicHooks.element(atomic, index, site, AtomicHooks.Use.READ.code());
    return atomic.get(index);
  }

  private static boolean set(
      AtomicIntegerArray atomic, int index, int before, int after, int site) {
    AtomicHooks.element(atomic, index, site, AtomicHooks.Use.COMPARE.code());
    boolean success = atomic.compareAndSet(index, before, after);
    AtomicHooks.compared(success);
    return success;
  }
}
