package dev.safebank.explore.program;

import dev.safebank.explore.result.EndState;
import java.lang.annotation.Annotation;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
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

/** A jcstress test, loaded by an {@link LoadedClasses}: its actors, its state, its result. */
public final class TestProgram extends ConcurrentProgram {

  private static final MethodType CALL =
      MethodType.methodType(void.class, Object.class, Object.class, Object.class);

  private static final List<Class<? extends Annotation>> ROLES =
      List.of(Actor.class, Signal.class, Arbiter.class);

  private final Class<?> test;
  private final boolean isAboutTermination;
  private final List<Method> actorMethods;
  private final List<MethodHandle> actors = new ArrayList<>();
  private final Optional<MethodHandle> arbiter;
  private final Optional<String> arbiterName;
  private final Constructor<?> newTest;
  private final Constructor<?> newState;
  private final Constructor<?> newResult;
  private final Optional<String> doubt;

  public TestProgram(Class<?> test, LoadedClasses classes) {
    super(classes);
    this.test = test;
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
    Class<?> resultType = parameter(all, Result.class).orElse(NoResult.class);
    this.newResult = constructor(resultType);
    this.doubt = doubt(stateType, resultType, all);
    actorMethods.forEach(method -> actors.add(handle(method, stateType)));
    this.arbiter = arbiters.stream().map(method -> handle(method, stateType)).findFirst();
    this.arbiterName = arbiters.stream().map(Method::getName).findFirst();
  }

  /** The result of a test that reports nothing but the end of its actors. */
  static final class NoResult {

    NoResult() {}

    @Override
    public String toString() {
      return "TERMINATED";
    }
  }

  private List<Method> annotated(Class<? extends Annotation> annotation) {
    List<String> order = classes().methodsInOrder(test);
    return new ArrayList<>(Arrays.stream(test.getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(annotation))
        .sorted(Comparator.comparingInt(method -> order.indexOf(method.getName()
            + MethodType.methodType(method.getReturnType(), method.getParameterTypes())
                .toMethodDescriptorString())))
        .toList());
  }

  /**
   * jcstress hands out a state, and counts another object of its class, if that is a result as
   * well; it knows one state and one result; and methods that a test inherits are none of its own
   * to jcstress.
   */
  private Optional<String> doubt(Class<?> stateType, Class<?> resultType, List<Method> own) {
    if (isAnnotated(stateType, Result.class)) {
      return Optional.of("%s is both state and result: jcstress makes 2 objects of it"
          .formatted(stateType.getName()));
    }
    for (Method method : own) {
      for (Class<?> type : method.getParameterTypes()) {
        if (type != stateType && type != resultType) {
          return Optional.of("%s takes a %s: there is but 1 state and 1 result"
              .formatted(method.getName(), type.getName()));
        }
      }
    }
    for (Class<?> at = test.getSuperclass(); at != null; at = at.getSuperclass()) {
      for (Method method : at.getDeclaredMethods()) {
        if (ROLES.stream().anyMatch(method::isAnnotationPresent)
            && own.stream().noneMatch(mine -> isSame(mine, method))) {
          return Optional.of("%s is inherited from %s: jcstress runs only the %d of %s itself"
              .formatted(method.getName(), at.getName(), own.size(), test.getName()));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isSame(Method mine, Method other) {
    return mine.getName().equals(other.getName())
        && Arrays.equals(mine.getParameterTypes(), other.getParameterTypes());
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

  @Override
  public Optional<String> doubt() {
    return doubt;
  }

  @Override
  public Instance newRun() {
    Object newTestObject = create(newTest);
    Object state = newState.getDeclaringClass() == test ? newTestObject : create(newState);
    return new Instance(newTestObject, state, create(newResult));
  }

  private static Object create(Constructor<?> constructor) {
    try {
      return constructor.newInstance();
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof ExecutionAborted endOfExecution) {
        throw endOfExecution;
      }
      throw cannotCreate(constructor, e.getCause());
    } catch (ReflectiveOperationException e) {
      throw cannotCreate(constructor, e);
    }
  }

  private static IllegalArgumentException cannotCreate(
      Constructor<?> constructor, Throwable reason) {
    return new IllegalArgumentException(
        "Cannot explore the test: the constructor of %s throws %s"
            .formatted(constructor.getDeclaringClass().getName(), reason),
        reason);
  }

  @Override
  public void act(int actor, Instance run, CallListener listener) throws Throwable {
    actors.get(actor).invokeExact(run.test(), run.state(), run.result());
  }

  @Override
  public void arbitrate(Instance run) throws Throwable {
    if (arbiter.isPresent()) {
      arbiter.get().invokeExact(run.test(), run.state(), run.result());
    }
  }

  @Override
  String outcomeOfWaiting(ExecutionStatus status, Instance run) {
    return endState(status).name();
  }

  @Override
  public EndState endState(ExecutionStatus status) {
    boolean waits = status == ExecutionStatus.DEADLOCK || status == ExecutionStatus.STUCK;
    return isAboutTermination && waits ? EndState.STALE : super.endState(status);
  }

  @Override
  public TestProgram anew() {
    LoadedClasses anew = classes().anew();
    try {
      return new TestProgram(anew.load(test.getName()), anew);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("cannot load " + test.getName() + " again", e);
    }
  }

  @Override
  public int actors() {
    return actors.size();
  }

  @Override
  public String actorName(int actor) {
    return actorMethods.get(actor).getName();
  }

  @Override
  public Optional<String> arbiterName() {
    return arbiterName;
  }

  @Override
  public String name() {
    return test.getName();
  }
}
