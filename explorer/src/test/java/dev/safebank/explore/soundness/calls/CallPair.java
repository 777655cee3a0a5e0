package dev.safebank.explore.soundness.calls;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Two public methods that two actors call on one object.
 *
 * @param subject makes the object
 */
record CallPair(Method subject, Method one, Method two) {

  private static final Map<Class<?>, Method> SUPPLIERS = suppliers();

  private static Map<Class<?>, Method> suppliers() {
    Map<Class<?>, Method> all = new HashMap<>();
    for (Method method : Arguments.class.getDeclaredMethods()) {
      if (Modifier.isPublic(method.getModifiers())) {
        all.put(method.getReturnType(), method);
      }
    }
    return all;
  }

  /** What makes the argument for a parameter of this type. */
  static Optional<Method> supplier(Class<?> parameter) {
    return Optional.ofNullable(SUPPLIERS.get(parameter));
  }

  /** What makes the objects to call methods on. */
  static List<Method> subjects() {
    return Arrays.stream(Subjects.class.getDeclaredMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers()))
        .sorted(Comparator.comparing(Method::getName))
        .toList();
  }

  /** The pairs of all methods that there are arguments for, each pair once. */
  static List<CallPair> of(Method subject) {
    List<Method> methods = methods(subject.getReturnType());
    List<CallPair> pairs = new ArrayList<>();
    for (int i = 0; i < methods.size(); i++) {
      for (int j = i; j < methods.size(); j++) {
        pairs.add(new CallPair(subject, methods.get(i), methods.get(j)));
      }
    }
    return pairs;
  }

  private static List<Method> methods(Class<?> type) {
    return Arrays.stream(type.getMethods())
        .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isBridge())
        .filter(method -> method.getDeclaringClass() != Object.class)
        .filter(method -> Arrays.stream(method.getParameterTypes())
            .allMatch(parameter -> supplier(parameter).isPresent()))
        .sorted(Comparator.comparing(Method::toString))
        .toList();
  }

  String name() {
    return "%s.%s and %s".formatted(subject.getName(), name(one), name(two));
  }

  private static String name(Method method) {
    return method.getName()
        + Arrays.stream(method.getParameterTypes()).map(Class::getSimpleName).toList();
  }
}
