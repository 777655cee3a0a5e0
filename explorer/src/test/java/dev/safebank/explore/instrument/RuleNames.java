package dev.safebank.explore.instrument;

import dev.safebank.explore.boundary.BoundaryRules;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Holds the names in the boundary's rules against the JDK that runs, and JUnit. */
final class RuleNames {

  private static final boolean OLD = Runtime.version().feature() < 21;

  private RuleNames() {}

  static BoundaryRules parse(String... lines) {
    return BoundaryRules.parse(List.of(lines));
  }

  /** Classes and methods that the rules name, and that this JDK lacks, or should lack. */
  static List<String> unknown(BoundaryRules rules) {
    List<String> unknown = new ArrayList<>();
    rules.classes().forEach((name, of) -> {
      Optional<Class<?>> type = load(name);
      if (type.isEmpty()) {
        if (!(of.newer() && OLD)) {
          unknown.add(name);
        }
        return;
      }
      of.effects().keySet().stream()
          .filter(method -> !method.equals("*"))
          .filter(
              method -> exists(type.get(), method) == (OLD && of.newerMethods().contains(method)))
          .forEach(method -> unknown.add(name + "." + method));
    });
    return unknown;
  }

  private static Optional<Class<?>> load(String name) {
    try {
      return Optional.of(
          Class.forName(name.replace('/', '.'), false, RuleNames.class.getClassLoader()));
    } catch (ClassNotFoundException none) {
      return Optional.empty();
    }
  }

  private static boolean exists(Class<?> type, String method) {
    int slash = method.indexOf('/');
    String name = slash < 0 ? method : method.substring(0, slash);
    int parameters = slash < 0 ? -1 : Integer.parseInt(method.substring(slash + 1));
    if (name.equals("<init>")) {
      return Arrays.stream(type.getDeclaredConstructors())
          .filter(constructor -> !Modifier.isPrivate(constructor.getModifiers()))
          .map(Constructor::getParameterCount)
          .anyMatch(count -> parameters < 0 || parameters == count);
    }
    return methods(type)
        .filter(each -> each.getName().equals(name))
        .anyMatch(each -> parameters < 0 || parameters == each.getParameterCount());
  }

  private static Stream<Method> methods(Class<?> type) {
    List<Method> methods = new ArrayList<>(List.of(type.getMethods()));
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      Arrays.stream(at.getDeclaredMethods())
          .filter(method -> Modifier.isProtected(method.getModifiers()))
          .forEach(methods::add);
    }
    return methods.stream();
  }
}
