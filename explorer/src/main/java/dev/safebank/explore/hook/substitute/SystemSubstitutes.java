package dev.safebank.explore.hook.substitute;

import dev.safebank.explore.hook.FieldHooks;
import dev.safebank.explore.hook.boundary.IdentityHooks;
import dev.safebank.explore.runtime.CurrentExecution;
import dev.safebank.explore.runtime.Execution;
import java.lang.reflect.Array;

/** Calls to {@code System}. */
@Substitutes(System.class)
public final class SystemSubstitutes {

  private SystemSubstitutes() {}

  /** Stands in for {@link System#identityHashCode}: who has the greater one is a choice. */
  public static int identityHashCode(Object object, int site) {
    Execution execution = CurrentExecution.get();
    if (object == null || execution == null) {
      return System.identityHashCode(object);
    }
    IdentityHooks.use(object, site);
    return execution.hashCodes().of(object, site);
  }

  /** Stands in for {@link System#nanoTime}: whether time passes is a choice. */
  public static long nanoTime(int site) {
    Execution execution = CurrentExecution.get();
    return execution == null
        ? System.nanoTime()
        : execution.clocks().nanos(CurrentExecution.thread(), site);
  }

  /** Stands in for {@link System#currentTimeMillis}: whether time passes is a choice. */
  public static long currentTimeMillis(int site) {
    Execution execution = CurrentExecution.get();
    return execution == null
        ? System.currentTimeMillis()
        : execution.clocks().millis(CurrentExecution.thread(), site);
  }

  /**
   * Stands in for {@link System#arraycopy}: element by element, as the JVM may do it. What can be
   * seen to fail before anything is copied fails before; an element that cannot be stored ends the
   * copy where it stands, as Javadoc has it.
   */
  public static void arraycopy(
      Object from, int fromIndex, Object to, int toIndex, int length, int site) {
    if (CurrentExecution.thread().isEmpty() || !isPossible(from, fromIndex, to, toIndex, length)) {
      System.arraycopy(from, fromIndex, to, toIndex, length);
      return;
    }
    Object values = Array.newInstance(from.getClass().getComponentType(), length);
    for (int i = 0; i < length; i++) {
      FieldHooks.readElement(from, fromIndex + i, site);
      System.arraycopy(from, fromIndex + i, values, i, 1);
    }
    for (int i = 0; i < length; i++) {
      if (canStore(values, i, to)) {
        FieldHooks.writeElement(to, toIndex + i, site);
      }
      System.arraycopy(values, i, to, toIndex + i, 1);
    }
  }

  /** Whether the copy does not fail at once, by the rules in its Javadoc. */
  private static boolean isPossible(
      Object from, int fromIndex, Object to, int toIndex, int length) {
    if (from == null
        || to == null
        || !from.getClass().isArray()
        || !to.getClass().isArray()) {
      return false;
    }
    Class<?> fromType = from.getClass().getComponentType();
    Class<?> toType = to.getClass().getComponentType();
    boolean sameKind = fromType == toType || (!fromType.isPrimitive() && !toType.isPrimitive());
    return sameKind
        && isWithin(fromIndex, length, Array.getLength(from))
        && isWithin(toIndex, length, Array.getLength(to));
  }

  private static boolean isWithin(int index, int length, int size) {
    return index >= 0 && length >= 0 && index <= size - length;
  }

  private static boolean canStore(Object values, int index, Object to) {
    Class<?> type = to.getClass().getComponentType();
    if (type.isPrimitive()) {
      return true;
    }
    Object value = Array.get(values, index);
    return value == null || type.isInstance(value);
  }

  /** Stands in for an array's {@code clone}: each element is read in a step of its own. */
  public static Object cloneArray(Object array, int site) {
    int length = Array.getLength(array);
    Object copy = Array.newInstance(array.getClass().getComponentType(), length);
    for (int i = 0; i < length; i++) {
      FieldHooks.readElement(array, i, site);
      System.arraycopy(array, i, copy, i, 1);
    }
    return copy;
  }
}
