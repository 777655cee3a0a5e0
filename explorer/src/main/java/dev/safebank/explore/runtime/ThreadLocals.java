package dev.safebank.explore.runtime;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Optional;

/**
 * The thread-locals of one thread of an execution.
 *
 * <p>A new thread inherits when it is created, not when it is started. Which constructors inherit,
 * only the JVM knows: so every thread of an exploration has a thread-local of the explorer's own,
 * whose {@code childValue} is called for each {@code Thread} that is created and inherits.
 */
public final class ThreadLocals {

  private static final InheritableThreadLocal<Boolean> PROBE = new InheritableThreadLocal<>() {
    @Override
    protected Boolean childValue(Boolean value) {
      CurrentExecution.thread().ifPresent(parent -> parent.threadLocals.captureInherited());
      return value;
    }
  };

  /** A key with the value null was set to null. */
  private final IdentityHashMap<ThreadLocal<?>, Object> values = new IdentityHashMap<>(0);

  /** What threads that are being created inherit, the innermost last. */
  private final Deque<IdentityHashMap<ThreadLocal<?>, Object>> captured = new ArrayDeque<>(0);

  /** The calling thread's children tell of what they inherit from now on. */
  static void observeCreations() {
    PROBE.set(true);
  }

  /** As {@link ThreadLocal#get()}. */
  public Object get(ThreadLocal<?> local) {
    if (!values.containsKey(local)) {
      values.put(local, initial(local));
    }
    return values.get(local);
  }

  /**
   * As the thread-local's own {@code initialValue}. If that is not the program's, it is the JDK's:
   * then {@code get} is, too, and calls it.
   */
  private static Object initial(ThreadLocal<?> local) {
    Optional<Method> ofProgram = overriding(local, ThreadLocal.class, "initialValue");
    if (ofProgram.isPresent()) {
      return call(ofProgram.get(), local);
    }
    if (local.getClass().getClassLoader() != null) {
      return null;
    }
    local.remove();
    Object value = local.get();
    local.remove();
    return value;
  }

  /** Whether the thread has used the thread-local. */
  public boolean knows(ThreadLocal<?> local) {
    return values.containsKey(local);
  }

  /** As {@link ThreadLocal#set}. */
  public void set(ThreadLocal<?> local, Object value) {
    values.put(local, value);
  }

  /** As {@link ThreadLocal#remove}. */
  public void remove(ThreadLocal<?> local) {
    values.remove(local);
  }

  private void captureInherited() {
    IdentityHashMap<ThreadLocal<?>, Object> inherited = new IdentityHashMap<>(0);
    values.forEach((local, value) -> {
      if (local instanceof InheritableThreadLocal<?>) {
        inherited.put(local, childValue(local, value));
      }
    });
    captured.push(inherited);
  }

  /** As the thread-local's own {@code childValue}, which only the program can override. */
  private static Object childValue(ThreadLocal<?> local, Object value) {
    return overriding(local, InheritableThreadLocal.class, "childValue", Object.class)
        .map(method -> Optional.ofNullable(call(method, local, value)))
        .orElse(Optional.ofNullable(value))
        .orElse(null);
  }

  private static Optional<Method> overriding(
      ThreadLocal<?> local, Class<?> root, String name, Class<?>... parameters) {
    for (Class<?> type = local.getClass();
        type != root && type.getClassLoader() != null;
        type = type.getSuperclass()) {
      try {
        return Optional.of(type.getDeclaredMethod(name, parameters));
      } catch (NoSuchMethodException inherited) {
        // Its superclass may have one.
      }
    }
    return Optional.empty();
  }

  private static Object call(Method method, Object receiver, Object... arguments) {
    try {
      method.setAccessible(true);
      return method.invoke(receiver, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) e.getCause();
    } catch (IllegalAccessException impossible) {
      throw new IllegalStateException("cannot call " + method, impossible);
    }
  }

  /** What a thread inherits whose constructor has just returned. */
  public IdentityHashMap<ThreadLocal<?>, Object> takeCaptured() {
    return captured.isEmpty() ? new IdentityHashMap<>(0) : captured.pop();
  }

  void inherit(IdentityHashMap<ThreadLocal<?>, Object> inherited) {
    values.putAll(inherited);
  }
}
