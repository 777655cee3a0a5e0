package dev.safebank.explore.hook.atomic;

import dev.safebank.explore.hook.AtomicHooks;
import dev.safebank.explore.hook.substitute.Substitutes;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/**
 * Calls to an {@code AtomicReferenceFieldUpdater} that take a function: they read, call the
 * function, and try to set what it returns, again and again.
 */
@Substitutes(AtomicReferenceFieldUpdater.class)
public final class AtomicReferenceFieldUpdaterSubstitutes {

  private AtomicReferenceFieldUpdaterSubstitutes() {}

  /** Stands in for {@code getAndUpdate}. */
  public static Object getAndUpdate(
      AtomicReferenceFieldUpdater<Object, Object> updater,
      Object target,
      UnaryOperator<Object> function,
      int site) {
    while (true) {
      Object before = read(updater, target, site);
      if (set(updater, target, before, function.apply(before), site)) {
        return before;
      }
    }
  }

  /** Stands in for {@code updateAndGet}. */
  public static Object updateAndGet(
      AtomicReferenceFieldUpdater<Object, Object> updater,
      Object target,
      UnaryOperator<Object> function,
      int site) {
    while (true) {
      Object before = read(updater, target, site);
      Object after = function.apply(before);
      if (set(updater, target, before, after, site)) {
        return after;
      }
    }
  }

  /** Stands in for {@code getAndAccumulate}. */
  public static Object getAndAccumulate(
      AtomicReferenceFieldUpdater<Object, Object> updater,
      Object target,
      Object operand,
      BinaryOperator<Object> function,
      int site) {
    while (true) {
      Object before = read(updater, target, site);
      if (set(updater, target, before, function.apply(before, operand), site)) {
        return before;
      }
    }
  }

  /** Stands in for {@code accumulateAndGet}. */
  public static Object accumulateAndGet(
      AtomicReferenceFieldUpdater<Object, Object> updater,
      Object target,
      Object operand,
      BinaryOperator<Object> function,
      int site) {
    while (true) {
      Object before = read(updater, target, site);
      Object after = function.apply(before, operand);
      if (set(updater, target, before, after, site)) {
        return after;
      }
    }
  }

  private static Object read(
      AtomicReferenceFieldUpdater<Object, Object> updater, Object target, int site) {
    AtomicHooks.updater(updater, target, site, AtomicHooks.Use.READ.code());
    return updater.get(target);
  }

  private static boolean set(
      AtomicReferenceFieldUpdater<Object, Object> updater,
      Object target,
      Object before,
      Object after,
      int site) {
    AtomicHooks.updater(updater, target, site, AtomicHooks.Use.COMPARE.code());
    boolean success = updater.compareAndSet(target, before, after);
    AtomicHooks.compared(success);
    return success;
  }
}
