package dev.safebank.stress.explore.engine;

import dev.safebank.stress.explore.instrument.ExploringClassLoader;
import dev.safebank.stress.explore.instrument.FieldNames;
import java.lang.annotation.Annotation;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Result;
import org.openjdk.jcstress.annotations.Signal;
import org.openjdk.jcstress.annotations.State;

/**
 * A jcstress test, loaded by an {@link ExploringClassLoader}: its actors, its state, its result.
 */
final class Program {

  private static final MethodType CALL =
      MethodType.methodType(void.class, Object.class, Object.class, Object.class);

  /** What jcstress says of an actor that a signal could not bring to its end. */
  private static final String STALE = "STALE";

  private final Class<?> test;
  private final boolean isAboutTermination;
  private final ExploringClassLoader loader;
  private final List<Method> actorMethods;
  private final List<MethodHandle> actors = new ArrayList<>();
  private final List<Thread> identities = new ArrayList<>();
  private final Optional<MethodHandle> arbiter;
  private final Constructor<?> newTest;
  private final Constructor<?> newState;
  private final Constructor<?> newResult;

  Program(Class<?> test, ExploringClassLoader loader) {
    this.test = test;
    this.loader = loader;
    this.actorMethods = annotated(Actor.class);
    List<Method> signals = annotated(Signal.class);
    this.isAboutTermination = !signals.isEmpty();
    actorMethods.addAll(signals);
    if (actorMethods.isEmpty()) {
      throw new IllegalArgumentException(test.getName()
          + " has no method with @Actor: is it a jcstress test? Inherited ones do not count");
    }
    List<Method> arbiters = annotated(Arbiter.class);
    List<Method> all = new ArrayList<>(actorMethods);
    all.addAll(arbiters);
    Class<?> stateType = parameter(all, State.class).orElse(test);
    this.newTest = constructor(test);
    this.newState = constructor(stateType);
    this.newResult = constructor(parameter(all, Result.class).orElse(NoResult.class));
    actorMethods.forEach(method -> actors.add(handle(method, stateType)));
    this.arbiter = arbiters.stream().map(method -> handle(method, stateType)).findFirst();
    for (Method method : actorMethods) {
      identities.add(new Thread(() -> {}, method.getName()));
    }
  }

  /** The result of a test that reports nothing: whether its actors come to their end. */
  static final class NoResult {

    NoResult() {}

    @Override
    public String toString() {
      return "TERMINATED";
    }
  }

  /** The objects of one execution. */
  record Run(Object test, Object state, Object result) {}

  /** Something that may throw anything. */
  interface Body {
    void run() throws Throwable;
  }

  private List<Method> annotated(Class<? extends Annotation> annotation) {
    List<String> order = loader.methodsInOrder(test);
    return new ArrayList<>(Arrays.stream(test.getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(annotation))
        .sorted(Comparator.comparingInt(method -> order.indexOf(method.getName()
            + MethodType.methodType(method.getReturnType(), method.getParameterTypes())
                .toMethodDescriptorString())))
        .toList());
  }

  private static Optional<Class<?>> parameter(
      List<Method> methods, Class<? extends Annotation> annotation) {
    for (Method method : methods) {
      for (Class<?> type : method.getParameterTypes()) {
        if (isAnnotated(type, annotation)) {
          return Optional.of(type);
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isAnnotated(Class<?> type, Class<? extends Annotation> annotation) {
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      if (at.isAnnotationPresent(annotation)) {
        return true;
      }
    }
    return false;
  }

  private static Constructor<?> constructor(Class<?> type) {
    try {
      Constructor<?> constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor;
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException(
          type.getName() + " needs a constructor without parameters, as jcstress wants it", e);
    }
  }

  /** A handle that takes test, state and result, whichever of them the method wants. */
  private MethodHandle handle(Method method, Class<?> stateType) {
    method.setAccessible(true);
    try {
      MethodHandle target = MethodHandles.lookup().unreflect(method);
      if (Modifier.isStatic(method.getModifiers())) {
        target = MethodHandles.dropArguments(target, 0, Object.class);
      }
      Class<?>[] types = method.getParameterTypes();
      int[] order = new int[types.length + 1];
      for (int i = 0; i < types.length; i++) {
        order[i + 1] = types[i] == stateType ? 1 : 2;
      }
      MethodType erased = target.type().generic().changeReturnType(void.class);
      return MethodHandles.permuteArguments(target.asType(erased), CALL, order);
    } catch (IllegalAccessException impossible) {
      throw new IllegalStateException("cannot call " + method, impossible);
    }
  }

  Run newRun() {
    Object newTestObject = create(newTest);
    Object state = newState.getDeclaringClass() == test ? newTestObject : create(newState);
    return new Run(newTestObject, state, create(newResult));
  }

  private static Object create(Constructor<?> constructor) {
    try {
      return constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          "Cannot create a " + constructor.getDeclaringClass().getName() + " to explore: "
              + e.getCause(),
          e);
    }
  }

  void act(int actor, Run run) throws Throwable {
    actors.get(actor).invokeExact(run.test, run.state, run.result);
  }

  void arbitrate(Run run) throws Throwable {
    if (arbiter.isPresent()) {
      arbiter.get().invokeExact(run.test, run.state, run.result);
    }
  }

  /** What an execution counts as in which actors wait for ever. */
  String outcomeOfWaiting(Verdict verdict) {
    return isAboutTermination ? STALE : verdict.name();
  }

  void resetStatics() {
    loader.resetStatics();
  }

  int actors() {
    return actors.size();
  }

  String actorName(int actor) {
    return actorMethods.get(actor).getName();
  }

  Thread identity(int actor) {
    return identities.get(actor);
  }

  FieldNames fieldNames() {
    return loader.fieldNames();
  }

  String name() {
    return test.getName();
  }
}
