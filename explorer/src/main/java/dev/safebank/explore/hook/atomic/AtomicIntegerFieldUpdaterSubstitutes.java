package dev.safebank.explore.hook.atomic;

import dev.safebank.explore.hook.AtomicHooks;
import dev.safebank.explore.hook.substitute.Substitutes;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.function.IntBinaryOperator;
import java.util.function.IntUnaryOperator;

/**
 * Calls to an {@code AtomicIntegerFieldUpdater} that take a function: they read, call the function,
 * and try to set what it returns, again and again.
 */
@Substitutes(AtomicIntegerFieldUpdater.class)
public final class AtomicIntegerFieldUpdaterSubstitutes {

  private AtomicIntegerFieldUpdaterSubstitutes() {}

  /** Stands in for {@code getAndUpdate}. */
  public static int getAndUpdate(
      AtomicIntegerFieldUpdater<Object> updater,
      Object target,
      IntUnaryOperator function,
      int site) {
    while (true) {
      int before = read(updater, target, site);
      if (set(updater, target, before, function.applyAsInt(before), site)) {
        return before;
      }
    }
  }

  /** Stands in for {@code updateAndGet}. */
  public static int updateAndGet(
      AtomicIntegerFieldUpdater<Object> updater,
      Object target,
      IntUnaryOperator function,
      int site) {
    while (true) {
      int before = read(updater, target, site);
      int after = function.applyAsInt(before);
      if (set(updater, target, before, after, site)) {
        return after;
      }
    }
  }

  /** Stands in for {@code getAndAccumulate}. */
  public static int getAndAccumulate(
      AtomicIntegerFieldUpdater<Object> updater,
      Object target,
      int operand,
      IntBinaryOperator function,
      int site) {
    while (true) {
      int before = read(updater, target, site);
      if (set(updater, target, before, function.applyAsInt(before, operand), site)) {
        return before;
      }
    }
  }

  /** Stands in for {@code accumulateAndGet}. */
  public static int accumulateAndGet(
      AtomicIntegerFieldUpdater<Object> updater,
      Object target,
      int operand,
      IntBinaryOperator function,
      int site) {
    while (true) {
      int before = read(updater, target, site);
      int after = function.applyAsInt(before, operand);
      if (set(updater, target, before, after, site)) {
        return after;
      }
    }
  }

  private static int read(AtomicIntegerFieldUpdater<Object> updater, Object target, int site) {
    AtomicHooks.updater(updater, target, site, AtomicHooks.Use.READ.code());
    return updater.get(target);
  }

  private static boolean set(
      AtomicIntegerFieldUpdater<Object> updater, Object target, int before, int after, int site) {
    AtomicHooks.updater(updater, target, site, AtomicHooks.Use.COMPARE.code());
    boolean success = updater.compareAndSet(target, before, after);
    AtomicHooks.compared(success);
    return success;
  }
}
