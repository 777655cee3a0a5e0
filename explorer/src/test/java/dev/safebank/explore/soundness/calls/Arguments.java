package dev.safebank.explore.soundness.calls;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.function.LongBinaryOperator;
import java.util.function.LongUnaryOperator;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;

/** What methods are called with, by the type of a parameter. */
@SuppressWarnings({"unchecked", "rawtypes"})
public final class Arguments {

  private static final int FIRST_VALUE = 6;

  private Arguments() {}

  /** The first is a key or an element that others use as well, those after it are values. */
  public static Object object(int actor, int at) {
    return at == 0 ? 1 : FIRST_VALUE + actor + at;
  }

  public static int number(int actor, int at) {
    return at == 0 ? 0 : at + (at == 1 ? 0 : actor);
  }

  public static long largeNumber(int actor, int at) {
    return number(actor, at);
  }

  public static double fraction(int actor, int at) {
    return number(actor, at + 1);
  }

  public static boolean truth(int actor, int at) {
    return at > 0;
  }

  public static TimeUnit unit(int actor, int at) {
    return TimeUnit.MILLISECONDS;
  }

  public static Object[] array(int actor, int at) {
    return new Object[2];
  }

  public static Collection collection(int actor, int at) {
    return List.of(1, 2);
  }

  public static Map map(int actor, int at) {
    return Map.of(1, 9, 2, 9);
  }

  public static Function function(int actor, int at) {
    return value -> FIRST_VALUE + actor;
  }

  public static BiFunction biFunction(int actor, int at) {
    return (one, other) -> other == null ? FIRST_VALUE + actor : null;
  }

  public static UnaryOperator unaryOperator(int actor, int at) {
    return value -> FIRST_VALUE + actor;
  }

  public static BinaryOperator binaryOperator(int actor, int at) {
    return (one, other) -> (int) one + (int) other;
  }

  public static IntUnaryOperator intUnaryOperator(int actor, int at) {
    return value -> value + 1 + actor;
  }

  public static IntBinaryOperator intBinaryOperator(int actor, int at) {
    return (one, other) -> 2 * one + other + actor;
  }

  public static LongUnaryOperator longUnaryOperator(int actor, int at) {
    return value -> value + 1 + actor;
  }

  public static LongBinaryOperator longBinaryOperator(int actor, int at) {
    return (one, other) -> 2 * one + other + actor;
  }

  public static DoubleBinaryOperator doubleBinaryOperator(int actor, int at) {
    return (one, other) -> one + other;
  }

  public static ToLongFunction toLongFunction(int actor, int at) {
    return value -> 3;
  }

  public static IntFunction intFunction(int actor, int at) {
    return Object[]::new;
  }

  public static Predicate predicate(int actor, int at) {
    return value -> true;
  }

  public static Supplier supplier(int actor, int at) {
    return () -> FIRST_VALUE;
  }

  public static Consumer consumer(int actor, int at) {
    return value -> {};
  }

  public static BiConsumer biConsumer(int actor, int at) {
    return (one, other) -> {};
  }

  public static Comparator comparator(int actor, int at) {
    return Comparator.reverseOrder();
  }

  public static Runnable runnable(int actor, int at) {
    return () -> {};
  }
}
