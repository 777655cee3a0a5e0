package dev.safebank.explore.hook.atomic;

import dev.safebank.explore.hook.AtomicHooks;
import dev.safebank.explore.hook.substitute.Substitutes;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import java.util.function.LongBinaryOperator;
import java.util.function.LongUnaryOperator;

/**
 * Calls to an {@code AtomicLongFieldUpdater} that take a function: they read, call the function,
 * and try to set what it returns, again and again.
 */
@Substitutes(AtomicLongFieldUpdater.class)
public final class AtomicLongFieldUpdaterSubstitutes {

  private AtomicLongFieldUpdaterSubstitutes() {}

  /** Stands in for {@code getAndUpdate}. */
  public static long getAndUpdate(
      AtomicLongFieldUpdater<Object> updater, Object target, LongUnaryOperator function, int site) {
    while (true) {
      long before = read(updater, target, site);
      if (set(updater, target, before, function.applyAsLong(before), site)) {
        return before;
      }
    }
  }

  /** Stands in for {@code updateAndGet}. */
  public static long updateAndGet(
      AtomicLongFieldUpdater<Object> updater, Object target, LongUnaryOperator function, int site) {
    while (true) {
      long before = read(updater, target, site);
      long after = function.applyAsLong(before);
      if (set(updater, target, before, after, site)) {
        return after;
      }
    }
  }

  /** Stands in for {@code getAndAccumulate}. */
  public static long getAndAccumulate(
      AtomicLongFieldUpdater<Object> updater,
      Object target,
      long operand,
      LongBinaryOperator function,
      int site) {
    while (true) {
      long before = read(updater, target, site);
      if (set(updater, target, before, function.applyAsLong(before, operand), site)) {
        return before;
      }
    }
  }

  /** Stands in for {@code accumulateAndGet}. */
  public static long accumulateAndGet(
      AtomicLongFieldUpdater<Object> updater,
      Object target,
      long operand,
      LongBinaryOperator function,
      int site) {
    while (true) {
      long before = read(updater, target, site);
      long after = function.applyAsLong(before, operand);
      if (set(updater, target, before, after, site)) {
        return after;
      }
    }
  }

  private static long read(AtomicLongFieldUpdater<Object> updater, Object target, int site) {
    AtomicHooks.updater(updater, target, site, AtomicHooks.Use.READ.code());
    return updater.get(target);
  }

  private static boolean set(
      AtomicLongFieldUpdater<Object> updater, Object target, long before, long after, int site) {
    AtomicHooks.updater(updater, target, site, AtomicHooks.Use.COMPARE.code());
    boolean success = updater.compareAndSet(target, before, after);
    AtomicHooks.compared(success);
    return success;
  }
}
