package dev.safebank.stress.watch;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;

/** Knows the actors of the guarded tests when it sees one on a stack. The arbiter counts as one. */
final class Actors {

  private final Map<String, Set<String>> methodsByClass = new ConcurrentHashMap<>();

  /** Adds the actors that the class declares. */
  void add(Class<?> test) {
    methodsByClass.put(
        test.getName(),
        Arrays.stream(test.getDeclaredMethods())
            .filter(Actors::isActor)
            .map(Method::getName)
            .collect(Collectors.toUnmodifiableSet()));
  }

  private static boolean isActor(Method method) {
    return method.isAnnotationPresent(Actor.class) || method.isAnnotationPresent(Arbiter.class);
  }

  /** The name of the actor method that the stack, innermost frame first, is inside of. */
  Optional<String> on(StackTraceElement[] stack) {
    return Arrays.stream(stack)
        .filter(this::isActor)
        .map(StackTraceElement::getMethodName)
        .findFirst();
  }

  private boolean isActor(StackTraceElement frame) {
    return methodsByClass
        .getOrDefault(frame.getClassName(), Set.of())
        .contains(frame.getMethodName());
  }
}
