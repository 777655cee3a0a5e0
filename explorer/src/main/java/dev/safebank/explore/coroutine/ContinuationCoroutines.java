package dev.safebank.explore.coroutine;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Arrays;
import java.util.function.IntSupplier;

/**
 * Coroutines on {@code jdk.internal.vm.Continuation}, which JDK 21 and later have under their
 * virtual threads. Needs {@code --add-exports java.base/jdk.internal.vm=ALL-UNNAMED}. All run on
 * the main thread; one that is not over is simply dropped.
 */
final class ContinuationCoroutines implements Coroutines {

  private Object[] continuations = new Object[4];
  private final Thread main = Thread.currentThread();
  private int turn = MAIN;

  static boolean available() {
    return Vm.AVAILABLE;
  }

  @Override
  public void prepare(int actor, IntSupplier body) {
    if (actor >= continuations.length) {
      continuations = Arrays.copyOf(continuations, actor * 2);
    }
    continuations[actor] = Vm.create(() -> turn = body.getAsInt());
  }

  @Override
  public void enter(int actor) {
    turn = actor;
    while (turn != MAIN) {
      Vm.run(continuations[turn]);
    }
  }

  @Override
  public boolean transfer(int from, int to) {
    int mine = turn;
    turn = to;
    if (Vm.leave()) {
      return true;
    }
    turn = mine;
    return false;
  }

  @Override
  public boolean mustUnwind() {
    return false;
  }

  @Override
  public void abandon(int actor) {
    throw new IllegalStateException("a continuation is dropped, never abandoned");
  }

  @Override
  public Thread carrier() {
    return main;
  }

  @Override
  public void close() {
    Arrays.fill(continuations, null);
  }

  /** The JVM's continuations; this project is compiled for a version that has none. */
  private static final class Vm {

    private static final String CONTINUATION = "jdk.internal.vm.Continuation";
    private static final String SCOPE = "jdk.internal.vm.ContinuationScope";

    private static final MethodHandle CREATE = find("create");
    private static final MethodHandle RUN = find("run");
    private static final MethodHandle YIELD = find("yield");
    private static final Object OUR_SCOPE = scope();
    private static final boolean AVAILABLE = OUR_SCOPE != Vm.class;

    private static MethodHandle find(String what) {
      try {
        MethodHandles.Lookup lookup = MethodHandles.lookup();
        Class<?> continuation = Class.forName(CONTINUATION);
        Class<?> scope = Class.forName(SCOPE);
        return switch (what) {
          case "create" ->
            lookup
                .findConstructor(
                    continuation, MethodType.methodType(void.class, scope, Runnable.class))
                .asType(MethodType.methodType(Object.class, Object.class, Runnable.class));
          case "run" ->
            lookup
                .findVirtual(continuation, "run", MethodType.methodType(void.class))
                .asType(MethodType.methodType(void.class, Object.class));
          default ->
            lookup
                .findStatic(continuation, "yield", MethodType.methodType(boolean.class, scope))
                .asType(MethodType.methodType(boolean.class, Object.class));
        };
      } catch (ReflectiveOperationException notHere) {
        return MethodHandles.constant(Object.class, Vm.class);
      }
    }

    private static Object scope() {
      try {
        return MethodHandles.lookup()
            .findConstructor(Class.forName(SCOPE), MethodType.methodType(void.class, String.class))
            .invoke("safebank");
      } catch (Throwable notHere) {
        return Vm.class;
      }
    }

    private static Object create(Runnable body) {
      try {
        return (Object) CREATE.invokeExact(OUR_SCOPE, body);
      } catch (Throwable impossible) {
        throw new IllegalStateException("cannot create a continuation", impossible);
      }
    }

    private static void run(Object continuation) {
      try {
        RUN.invokeExact(continuation);
      } catch (RuntimeException | Error failure) {
        throw failure;
      } catch (Throwable impossible) {
        throw new IllegalStateException("cannot run a continuation", impossible);
      }
    }

    /** False if the caller is pinned to its thread: in native code, or holding a monitor. */
    private static boolean leave() {
      try {
        var ignored = (boolean) YIELD.invokeExact(OUR_SCOPE);
        return true;
      } catch (IllegalStateException pinned) {
        return false;
      } catch (RuntimeException | Error failure) {
        throw failure;
      } catch (Throwable impossible) {
        throw new IllegalStateException("cannot leave a continuation", impossible);
      }
    }
  }
}
