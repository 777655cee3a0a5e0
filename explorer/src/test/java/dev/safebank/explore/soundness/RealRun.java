package dev.safebank.explore.soundness;

import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;

/** One execution of a program by real threads, uninstrumented. */
final class RealRun {

  private static final int WAIT_MILLIS = 100;
  private static final int MOST_WAITS = 20;
  private static final int ENOUGH_WAITS = 3;

  private final List<Method> actors;
  private final Optional<Method> arbiter;
  private final Object state;
  private final Object result;
  private final List<Thread> threads = new ArrayList<>();
  private volatile String failure;

  /** @param program its class, loaded for this run alone */
  RealRun(Class<?> program) {
    this.actors = methods(program, Actor.class);
    this.arbiter = methods(program, Arbiter.class).stream().findFirst();
    this.state = create(program);
    this.result = Stream.concat(actors.stream(), arbiter.stream())
        .flatMap(method -> Arrays.stream(method.getParameterTypes()))
        .filter(type -> type != program)
        .findFirst()
        .map(RealRun::create)
        .orElse("TERMINATED");
  }

  private static List<Method> methods(Class<?> program, Class<? extends Annotation> annotation) {
    return Arrays.stream(program.getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(annotation))
        .sorted(Comparator.comparing(Method::getName))
        .toList();
  }

  private static Object create(Class<?> type) {
    try {
      return type.getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("cannot create a " + type.getName(), e);
    }
  }

  int actors() {
    return actors.size();
  }

  /** Starts an actor in a thread of its own. */
  Thread start(int actor, Runnable before) {
    Thread thread = new Thread(
        () -> {
          before.run();
          call(actors.get(actor));
        },
        actors.get(actor).getName());
    thread.setDaemon(true);
    threads.add(thread);
    thread.start();
    return thread;
  }

  private void call(Method method) {
    Object[] arguments = Arrays.stream(method.getParameterTypes())
        .map(type -> type == state.getClass() ? state : result)
        .toArray();
    try {
      method.invoke(state, arguments);
    } catch (InvocationTargetException e) {
      failure = "FAILED: " + method.getName() + " threw " + e.getCause();
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("cannot call " + method, e);
    }
  }

  /**
   * Whether all actors end. That they never will is taken for sure when all that are left have been
   * waiting for a while, or after a long time (who waits for a class to be initialised does not
   * look like waiting).
   */
  boolean joined() throws InterruptedException {
    int waiting = 0;
    for (int i = 0; i < MOST_WAITS && waiting < ENOUGH_WAITS; i++) {
      if (joined(WAIT_MILLIS)) {
        return true;
      }
      waiting = isBusy() ? 0 : waiting + 1;
    }
    return false;
  }

  private boolean joined(long millis) throws InterruptedException {
    long end = System.nanoTime() + millis * 1_000_000;
    for (Thread thread : threads) {
      thread.join(Math.max(1, (end - System.nanoTime()) / 1_000_000));
      if (thread.isAlive()) {
        return false;
      }
    }
    return true;
  }

  /** Whether an actor keeps a processor busy. */
  boolean isBusy() {
    return threads.stream()
        .map(Thread::getState)
        .anyMatch(state -> state == Thread.State.RUNNABLE || state == Thread.State.TIMED_WAITING);
  }

  /** The outcome, when all actors have ended. */
  String outcome() {
    arbiter.ifPresent(this::call);
    return failure != null ? failure : result.toString();
  }
}
