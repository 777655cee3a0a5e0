package dev.safebank.stress.explore.engine;

import java.lang.reflect.Array;

/** Calls to {@code System}. */
@CallsTo(System.class)
public final class SystemCalls {

  private SystemCalls() {}

  /** Stands in for {@link System#identityHashCode}: who has the greater one is a choice. */
  public static int identityHashCode(Object object, int site) {
    if (object == null || Steps.current() == null) {
      return System.identityHashCode(object);
    }
    Steps.current().askedForHashCode();
    return Steps.current().hashCodes().of(object);
  }

  /** Stands in for {@link System#nanoTime}: time stands still. */
  public static long nanoTime(int site) {
    return 0;
  }

  /** Stands in for {@link System#currentTimeMillis}: time stands still. */
  public static long currentTimeMillis(int site) {
    return 0;
  }

  /** Stands in for {@link System#arraycopy}: element by element, as the JVM may do it. */
  public static void arraycopy(
      Object from, int fromIndex, Object to, int toIndex, int length, int site) {
    if (Steps.actor().isEmpty() || length <= 0) {
      System.arraycopy(from, fromIndex, to, toIndex, length);
      return;
    }
    Object values = Array.newInstance(from.getClass().getComponentType(), length);
    for (int i = 0; i < length; i++) {
      Steps.readElement(from, fromIndex + i, site);
      System.arraycopy(from, fromIndex + i, values, i, 1);
    }
    for (int i = 0; i < length; i++) {
      Steps.writeElement(to, toIndex + i, site);
      System.arraycopy(values, i, to, toIndex + i, 1);
    }
  }

  /** Stands in for an array's {@code clone}: each element is read in a step of its own. */
  public static Object cloneArray(Object array, int site) {
    int length = Array.getLength(array);
    Object copy = Array.newInstance(array.getClass().getComponentType(), length);
    for (int i = 0; i < length; i++) {
      Steps.readElement(array, i, site);
      System.arraycopy(array, i, copy, i, 1);
    }
    return copy;
  }
}
