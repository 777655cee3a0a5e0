package dev.safebank.stress.watch;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;

/**
 * Finds the actor methods of the guarded tests on a thread's stack. The arbiter counts as an actor.
 *
 * <p>Reads the tests' methods when they are first needed: most forks never block.
 */
final class ActorMethods {

  private final List<Class<?>> tests = new CopyOnWriteArrayList<>();
  private final Map<Class<?>, Set<String>> methods = new ConcurrentHashMap<>();

  /** Adds the actors that the class declares. */
  void add(Class<?> test) {
    tests.add(test);
  }

  /** The innermost actor method on a stack that begins with its innermost frame. */
  Optional<String> on(StackTraceElement[] stack) {
    return Arrays.stream(stack)
        .filter(frame -> tests.stream().anyMatch(test -> isActor(frame, test)))
        .map(StackTraceElement::getMethodName)
        .findFirst();
  }

  private boolean isActor(StackTraceElement frame, Class<?> test) {
    return frame.getClassName().equals(test.getName())
        && methods.computeIfAbsent(test, ActorMethods::declaredBy).contains(frame.getMethodName());
  }

  private static Set<String> declaredBy(Class<?> test) {
    return Arrays.stream(test.getDeclaredMethods())
        .filter(ActorMethods::isActor)
        .map(Method::getName)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static boolean isActor(Method method) {
    return method.isAnnotationPresent(Actor.class) || method.isAnnotationPresent(Arbiter.class);
  }
}
