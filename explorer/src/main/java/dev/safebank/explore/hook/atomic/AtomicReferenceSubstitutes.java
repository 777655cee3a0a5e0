package dev.safebank.explore.hook.atomic;

import dev.safebank.explore.hook.AtomicHooks;
import dev.safebank.explore.hook.substitute.Substitutes;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/**
 * Calls to an {@code AtomicReference} that take a function: they read, call the function, and try
 * to set what it returns, again and again.
 */
@Substitutes(AtomicReference.class)
public final class AtomicReferenceSubstitutes {

  private AtomicReferenceSubstitutes() {}

  /** Stands in for {@code getAndUpdate}. */
  public static <V> V getAndUpdate(AtomicReference<V> atomic, UnaryOperator<V> function, int site) {
    while (true) {
      V before = read(atomic, site);
      if (set(atomic, before, function.apply(before), site)) {
        return before;
      }
    }
  }

  /** Stands in for {@code updateAndGet}. */
  public static <V> V updateAndGet(AtomicReference<V> atomic, UnaryOperator<V> function, int site) {
    while (true) {
      V before = read(atomic, site);
      V after = function.apply(before);
      if (set(atomic, before, after, site)) {
        return after;
      }
    }
  }

  /** Stands in for {@code getAndAccumulate}. */
  public static <V> V getAndAccumulate(
      AtomicReference<V> atomic, V operand, BinaryOperator<V> function, int site) {
    while (true) {
      V before = read(atomic, site);
      if (set(atomic, before, function.apply(before, operand), site)) {
        return before;
      }
    }
  }

  /** Stands in for {@code accumulateAndGet}. */
  public static <V> V accumulateAndGet(
      AtomicReference<V> atomic, V operand, BinaryOperator<V> function, int site) {
    while (true) {
      V before = read(atomic, site);
      V after = function.apply(before, operand);
      if (set(atomic, before, after, site)) {
        return after;
      }
    }
  }

  private static <V> V read(AtomicReference<V> atomic, int site) {
    AtomicHooks.object(atomic, site, AtomicHooks.Use.READ.code());
    return atomic.get();
  }

  private static <V> boolean set(AtomicReference<V> atomic, V before, V after, int site) {
    AtomicHooks.object(atomic, site, AtomicHooks.Use.COMPARE.code());
    boolean success = atomic.compareAndSet(before, after);
    AtomicHooks.compared(success);
    return success;
  }
}
