package dev.safebank.explore.hook.atomic;

import dev.safebank.explore.hook.AtomicHooks;
import dev.safebank.explore.hook.substitute.Substitutes;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntBinaryOperator;
import java.util.function.IntUnaryOperator;

/**
 * Calls to an {@code AtomicInteger} that take a function: they read, call the function, and try to
 * set what it returns, again and again.
 */
@Substitutes(AtomicInteger.class)
public final class AtomicIntegerSubstitutes {

  private AtomicIntegerSubstitutes() {}

  /** Stands in for {@code getAndUpdate}. */
  public static int getAndUpdate(AtomicInteger atomic, IntUnaryOperator function, int site) {
    while (true) {
      int before = read(atomic, site);
      if (set(atomic, before, function.applyAsInt(before), site)) {
        return before;
      }
    }
  }

  /** Stands in for {@code updateAndGet}. */
  public static int updateAndGet(AtomicInteger atomic, IntUnaryOperator function, int site) {
    while (true) {
      int before = read(atomic, site);
      int after = function.applyAsInt(before);
      if (set(atomic, before, after, site)) {
        return after;
      }
    }
  }

  /** Stands in for {@code getAndAccumulate}. */
  public static int getAndAccumulate(
      AtomicInteger atomic, int operand, IntBinaryOperator function, int site) {
    while (true) {
      int before = read(atomic, site);
      if (set(atomic, before, function.applyAsInt(before, operand), site)) {
        return before;
      }
    }
  }

  /** Stands in for {@code accumulateAndGet}. */
  public static int accumulateAndGet(
      AtomicInteger atomic, int operand, IntBinaryOperator function, int site) {
    while (true) {
      int before = read(atomic, site);
      int after = function.applyAsInt(before, operand);
      if (set(atomic, before, after, site)) {
        return after;
      }
    }
  }

  private static int read(AtomicInteger atomic, int site) {
    AtomicHooks.object(atomic, site, AtomicHooks.Use.READ.code());
    return atomic.get();
  }

  private static boolean set(AtomicInteger atomic, int before, int after, int site) {
    AtomicHooks.object(atomic, site, AtomicHooks.Use.COMPARE.code());
    boolean success = atomic.compareAndSet(before, after);
    AtomicHooks.compared(success);
    return success;
  }
}
