package dev.safebank.stress.explore.engine;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** What locations hold, in words; empty where that cannot be told. */
final class Values {

  private Values() {}

  static String of(Location location) {
    Object object = location.object.object;
    if (location.member.startsWith("[")) {
      return element(
          object, Integer.parseInt(location.member.substring(1, location.member.length() - 1)));
    }
    if (location.member.isEmpty()) {
      return atomic(object);
    }
    return field(object, location.member);
  }

  private static String element(Object array, int index) {
    if (array instanceof AtomicLongArray longs) {
      return String.valueOf(longs.get(index));
    }
    if (array instanceof AtomicIntegerArray ints) {
      return String.valueOf(ints.get(index));
    }
    if (array instanceof AtomicReferenceArray<?> references) {
      return words(references.get(index));
    }
    return array.getClass().isArray() ? words(Array.get(array, index)) : "";
  }

  private static String atomic(Object object) {
    if (object instanceof Number || object instanceof AtomicBoolean) {
      return object.toString();
    }
    return object instanceof AtomicReference<?> reference ? words(reference.get()) : "";
  }

  private static String field(Object object, String name) {
    for (Class<?> at = object.getClass(); at != null; at = at.getSuperclass()) {
      Optional<Field> field = Arrays.stream(at.getDeclaredFields())
          .filter(f -> f.getName().equals(name))
          .findFirst();
      if (field.isPresent()) {
        return field(object, field.get());
      }
    }
    return "";
  }

  private static String field(Object object, Field field) {
    try {
      field.setAccessible(true);
      return words(field.get(object));
    } catch (ReflectiveOperationException | RuntimeException closed) {
      return "";
    }
  }

  private static String words(Object value) {
    if (value == null) {
      return "null";
    }
    if (value instanceof long[] longs) {
      return Arrays.toString(longs);
    }
    if (value instanceof int[] ints) {
      return Arrays.toString(ints);
    }
    boolean plain = value instanceof Number
        || value instanceof Boolean
        || value instanceof CharSequence
        || value instanceof Character
        || value instanceof Enum<?>
        || value instanceof Record;
    if (plain) {
      return value.toString();
    }
    String simple = value.getClass().getSimpleName();
    return "a" + ("AEIOU".contains(simple.isEmpty() ? "x" : simple.substring(0, 1)) ? "n " : " ")
        + (simple.isEmpty() ? "lambda" : simple);
  }
}
