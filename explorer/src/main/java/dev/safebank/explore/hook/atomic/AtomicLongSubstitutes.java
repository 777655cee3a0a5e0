package dev.safebank.explore.hook.atomic;

import dev.safebank.explore.hook.AtomicHooks;
import dev.safebank.explore.hook.substitute.Substitutes;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongBinaryOperator;
import java.util.function.LongUnaryOperator;

/**
 * Calls to an {@code AtomicLong} that take a function: they read, call the function, and try to set
 * what it returns, again and again.
 */
@Substitutes(AtomicLong.class)
public final class AtomicLongSubstitutes {

  private AtomicLongSubstitutes() {}

  /** Stands in for {@code getAndUpdate}. */
  public static long getAndUpdate(AtomicLong atomic, LongUnaryOperator function, int site) {
    while (true) {
      long before = read(atomic, site);
      if (set(atomic, before, function.applyAsLong(before), site)) {
        return before;
      }
    }
  }

  /** Stands in for {@code updateAndGet}. */
  public static long updateAndGet(AtomicLong atomic, LongUnaryOperator function, int site) {
    while (true) {
      long before = read(atomic, site);
      long after = function.applyAsLong(before);
      if (set(atomic, before, after, site)) {
        return after;
      }
    }
  }

  /** Stands in for {@code getAndAccumulate}. */
  public static long getAndAccumulate(
      AtomicLong atomic, long operand, LongBinaryOperator function, int site) {
    while (true) {
      long before = read(atomic, site);
      if (set(atomic, before, function.applyAsLong(before, operand), site)) {
        return before;
      }
    }
  }

  /** Stands in for {@code accumulateAndGet}. */
  public static long accumulateAndGet(
      AtomicLong atomic, long operand, LongBinaryOperator function, int site) {
    while (true) {
      long before = read(atomic, site);
      long after = function.applyAsLong(before, operand);
      if (set(atomic, before, after, site)) {
        return after;
      }
    }
  }

  private static long read(AtomicLong atomic, int site) {
    AtomicHooks.object(atomic, site, AtomicHooks.Use.READ.code());
    return atomic.get();
  }

  private static boolean set(AtomicLong atomic, long before, long after, int site) {
    AtomicHooks.object(atomic, site, AtomicHooks.Use.COMPARE.code());
    boolean success = atomic.compareAndSet(before, after);
    AtomicHooks.compared(success);
    return success;
  }
}
