package dev.safebank.explore.witness;

import dev.safebank.explore.memory.Location;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** The values of memory locations as text; empty where a location has none that can be shown. */
final class ValueFormatter {

  private ValueFormatter() {}

  static Optional<String> of(Location location) {
    Object object = location.object.object;
    if (location.member.startsWith("[")) {
      Optional<Object> key = location.object.keyOf(location);
      return key.isPresent() ? ofKey(object, key.get()) : element(object, location.member);
    }
    return location.member.isEmpty() ? atomic(object) : field(object, location.member);
  }

  /** The value that a map has for a key, if no code of the program is called to find it. */
  private static Optional<String> ofKey(Object object, Object key) {
    boolean isOfTheJdk = object.getClass().getClassLoader() == null
        && (key instanceof String || key instanceof Integer || key instanceof Long);
    boolean isOrdered = object instanceof SortedMap<?, ?> map && map.comparator() != null;
    return isOfTheJdk && !isOrdered && object instanceof ConcurrentMap<?, ?> map
        ? words(map.get(key))
        : Optional.empty();
  }

  private static Optional<String> element(Object array, String member) {
    try {
      int index = Integer.parseInt(member.substring(1, member.length() - 1));
      if (array instanceof AtomicLongArray longs) {
        return Optional.of(String.valueOf(longs.get(index)));
      }
      if (array instanceof AtomicIntegerArray ints) {
        return Optional.of(String.valueOf(ints.get(index)));
      }
      if (array instanceof AtomicReferenceArray<?> references) {
        return words(references.get(index));
      }
      return array.getClass().isArray() ? words(Array.get(array, index)) : Optional.empty();
    } catch (IndexOutOfBoundsException | NumberFormatException noSuchElement) {
      return Optional.empty();
    }
  }

  private static Optional<String> atomic(Object object) {
    if (object instanceof Number || object instanceof AtomicBoolean) {
      return words(object);
    }
    return object instanceof AtomicReference<?> reference
        ? words(reference.get())
        : Optional.empty();
  }

  private static Optional<String> field(Object object, String name) {
    for (Class<?> at = object.getClass(); at != null; at = at.getSuperclass()) {
      Optional<Field> field = Arrays.stream(at.getDeclaredFields())
          .filter(f -> f.getName().equals(name))
          .findFirst();
      if (field.isPresent()) {
        return field(object, field.get());
      }
    }
    return Optional.empty();
  }

  private static Optional<String> field(Object object, Field field) {
    try {
      field.setAccessible(true);
      return words(field.get(object));
    } catch (ReflectiveOperationException | RuntimeException closed) {
      return Optional.empty();
    }
  }

  /** Empty if the value's own code fails to describe it. */
  private static Optional<String> words(Object value) {
    try {
      return Optional.of(text(value));
    } catch (RuntimeException failed) {
      return Optional.empty();
    }
  }

  private static String text(Object value) {
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
    String simple = value.getClass().isHidden() ? "" : value.getClass().getSimpleName();
    return "a" + ("AEIOU".contains(simple.isEmpty() ? "x" : simple.substring(0, 1)) ? "n " : " ")
        + (simple.isEmpty() ? "lambda" : simple);
  }
}
