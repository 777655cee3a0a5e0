package dev.safebank.explore.hook.boundary;

import dev.safebank.explore.boundary.ClassKind;
import dev.safebank.explore.boundary.OperandUse;
import dev.safebank.explore.boundary.RuntimeClass;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/** The parts of an object that its equals, hashCode, compareTo and toString go on to. */
final class Parts {

  private static final String TO_ARRAY = "()[Ljava/lang/Object;";

  private Parts() {}

  /** Empty if they cannot be told, since the program itself decides what they are. */
  static Optional<List<Object>> of(Object object) {
    try {
      return known(object);
    } catch (RuntimeException inTheMidstOfAChange) {
      return Optional.empty();
    }
  }

  /** As far as a use asks them: keys are hashed and ordered, and values are not. */
  static Optional<List<Object>> of(Object object, OperandUse use) {
    try {
      return use.readsParts()
              && object instanceof Map<?, ?> map
              && !isProgramCode(object, "keySet", "()Ljava/util/Set;")
          ? Optional.of(Arrays.asList(map.keySet().toArray()))
          : known(object);
    } catch (RuntimeException inTheMidstOfAChange) {
      return Optional.empty();
    }
  }

  /** Whether all parts of an object stay as they are, as far as their own equality goes. */
  static boolean areImmutable(Object object) {
    return of(object).stream().flatMap(List::stream).allMatch(Parts::isImmutable);
  }

  private static boolean isImmutable(Object part) {
    if (part == null) {
      return true;
    }
    RuntimeClass type = RuntimeClass.of(part);
    return switch (type.kind()) {
      case VALUE -> true;
      case PARTS, SALTED -> areImmutable(part);
      default -> type.isProgramOnly();
    };
  }

  private static Optional<List<Object>> known(Object object) {
    if (RuntimeClass.of(object).isSkeleton()) {
      return Optional.empty();
    }
    if (object instanceof Map<?, ?> map) {
      return isProgramCode(object, "entrySet", "()Ljava/util/Set;")
          ? Optional.empty()
          : Optional.of(entries(map));
    }
    if (object instanceof Collection<?> collection) {
      return isProgramCode(object, "toArray", TO_ARRAY)
              || isProgramCode(object, "iterator", "()Ljava/util/Iterator;")
          ? Optional.empty()
          : Optional.of(Arrays.asList(collection.toArray()));
    }
    if (object instanceof Map.Entry<?, ?> entry) {
      return Optional.of(Arrays.asList(entry.getKey(), entry.getValue()));
    }
    if (object instanceof Optional<?> optional) {
      return Optional.of(optional.stream().<Object>map(part -> part).toList());
    }
    if (object instanceof AtomicReference<?> reference) {
      return Optional.of(Arrays.asList(reference.getPlain()));
    }
    return Optional.of(List.of());
  }

  private static boolean isProgramCode(Object object, String name, String descriptor) {
    return RuntimeClass.of(object).isProgramCode(name, descriptor);
  }

  private static List<Object> entries(Map<?, ?> map) {
    List<Object> entries = new ArrayList<>(2 * map.size());
    entries.addAll(Arrays.asList(map.keySet().toArray()));
    entries.addAll(Arrays.asList(map.values().toArray()));
    return entries;
  }

  /**
   * Whether two immutable objects may be equal; calls no code of the program, and so is true if
   * that would have to be asked.
   */
  static boolean mayBeEqual(Object one, Object other) {
    if (one == null || other == null || one == other) {
      return one == other;
    }
    boolean isValue = RuntimeClass.of(one).kind() == ClassKind.VALUE;
    if (isValue || RuntimeClass.of(other).kind() == ClassKind.VALUE) {
      return isValue ? one.equals(other) : other.equals(one);
    }
    List<Object> parts = of(one).orElse(List.of());
    List<Object> others = of(other).orElse(List.of());
    if (parts.size() != others.size()) {
      return false;
    }
    return !Stream.concat(parts.stream(), others.stream()).allMatch(Parts::isComparedByTheJdk)
        || one.equals(other);
  }

  private static boolean isComparedByTheJdk(Object part) {
    return part == null
        || RuntimeClass.of(part).kind() == ClassKind.VALUE
        || (RuntimeClass.of(part).hasIdentityEquals() && RuntimeClass.of(part).hasIdentityHash());
  }

  /** Whether parts that compare as equal cannot be told from each other. */
  static boolean areValues(Object object) {
    try {
      return inOrder(object).stream()
          .allMatch(part -> part == null || RuntimeClass.of(part).kind() == ClassKind.VALUE);
    } catch (RuntimeException inTheMidstOfAChange) {
      return false;
    }
  }

  /** How many parts an object has, and whose order may show. */
  static List<Object> inOrder(Object object) {
    if (object instanceof Map<?, ?> map) {
      return Arrays.asList(map.keySet().toArray());
    }
    return object instanceof Collection<?> collection
        ? Arrays.asList(collection.toArray())
        : List.of();
  }

  /** The components of a record. */
  static List<Object> ofRecord(Object record) {
    List<Object> components = new ArrayList<>();
    try {
      for (RecordComponent component : record.getClass().getRecordComponents()) {
        Field field = record.getClass().getDeclaredField(component.getName());
        field.setAccessible(true);
        components.add(field.get(record));
      }
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(
          "cannot read the components of " + record.getClass(), impossible);
    }
    return components;
  }

  /** The fields of an object that its {@code clone} copies and that may change, by class. */
  static List<Field> mutableFields(Class<?> type) {
    List<Field> fields = new ArrayList<>();
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      if (at.getClassLoader() instanceof dev.safebank.explore.boundary.ProgramLoader) {
        for (Field field : at.getDeclaredFields()) {
          if ((field.getModifiers() & (Modifier.STATIC | Modifier.FINAL)) == 0) {
            field.setAccessible(true);
            fields.add(field);
          }
        }
      }
    }
    return fields;
  }
}
