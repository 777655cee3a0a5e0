package dev.safebank.explore.witness;

import dev.safebank.explore.memory.Location;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names objects by their access paths from the state, e.g. {@code bank.locks[1]}. */
public final class AccessPaths {

  private static final int MOST = 2000;
  private static final Pattern SHORT_NAME = Pattern.compile("-?\\w{1,20}");

  private final IdentityHashMap<Object, String> paths = new IdentityHashMap<>();
  private final Map<String, Integer> others = new HashMap<>();

  public AccessPaths(Object root) {
    Deque<Object> open = new ArrayDeque<>();
    paths.put(root, "");
    open.add(root);
    while (!open.isEmpty() && paths.size() < MOST) {
      Object next = open.poll();
      if (next.getClass().isArray()) {
        elements(next, open);
      } else {
        fields(next, open);
      }
    }
  }

  private void elements(Object array, Deque<Object> open) {
    if (!array.getClass().getComponentType().isPrimitive()) {
      for (int i = 0; i < Array.getLength(array); i++) {
        name(Array.get(array, i), join(paths.get(array), "[" + i + "]"), open);
      }
    }
  }

  private void fields(Object object, Deque<Object> open) {
    for (Class<?> at = object.getClass(); at != null; at = at.getSuperclass()) {
      if (at.getClassLoader() == null) {
        return;
      }
      for (Field field : at.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
          name(value(field, object), join(paths.get(object), field.getName()), open);
        }
      }
    }
  }

  private static Object value(Field field, Object object) {
    try {
      field.setAccessible(true);
      return field.get(object);
    } catch (ReflectiveOperationException | RuntimeException closed) {
      return null;
    }
  }

  private void name(Object object, String path, Deque<Object> open) {
    if (object != null && paths.putIfAbsent(object, path) == null) {
      open.add(object);
    }
  }

  /** The access path of a location. */
  public String of(Location location) {
    String object = of(location.object.object);
    if (location.member.isEmpty()) {
      return object.isEmpty() ? "this" : object;
    }
    return join(
        object,
        location.object.keyOf(location).flatMap(AccessPaths::ofKey).orElse(location.member));
  }

  /** A key's own text, if that is short and no code of the program makes it. */
  private static Optional<String> ofKey(Object key) {
    boolean isOfTheJdk = key.getClass().getClassLoader() == null;
    String text = key instanceof Enum<?> constant
        ? constant.name()
        : isOfTheJdk && (key instanceof String || key instanceof Number) ? key.toString() : "";
    return SHORT_NAME.matcher(text).matches() ? Optional.of("[" + text + "]") : Optional.empty();
  }

  /** The access path of an object; for a thread, its name. */
  String of(Object object) {
    String path = paths.get(object);
    if (path != null) {
      return path;
    }
    if (object instanceof Thread thread) {
      return thread.getName();
    }
    if (object instanceof Class<?> type) {
      return type.getSimpleName();
    }
    if (object.getClass() == Object.class) {
      return "";
    }
    String type = object.getClass().getSimpleName();
    String name = type + "#" + others.merge(type, 1, Integer::sum);
    paths.put(object, name);
    return name;
  }

  private static String join(String path, String member) {
    if (member.startsWith("[")) {
      return (path.isEmpty() ? "this" : path) + member;
    }
    return path.isEmpty() ? member : path + "." + member;
  }
}
