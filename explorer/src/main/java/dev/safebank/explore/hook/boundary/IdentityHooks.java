package dev.safebank.explore.hook.boundary;

import dev.safebank.explore.boundary.ObjectIdentity;
import dev.safebank.explore.boundary.RuntimeClass;
import dev.safebank.explore.memory.Memory;
import dev.safebank.explore.runtime.CurrentExecution;
import dev.safebank.explore.runtime.Execution;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicMarkableReference;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.concurrent.atomic.AtomicStampedReference;

/**
 * Called by instrumented code wherever it shows whether two references are to one object, and where
 * the specification may leave that open. Not meant to be called by anything else.
 */
public final class IdentityHooks {

  private IdentityHooks() {}

  /** Two references are about to be compared. */
  public static void compare(Object one, Object other, int site) {
    Execution execution = CurrentExecution.get();
    if (execution != null && isOpen(execution.memory(), one, other)) {
      name(execution, one, site);
    }
  }

  /**
   * A variable is about to be compared with a reference, and set.
   *
   * @param variable the atomic, the array, the updater or the handle
   * @param coordinate the object or the array that an updater or a handle is applied to, or null
   * @param index of an element, or negative
   */
  public static void compareAndSet(
      Object variable, Object coordinate, int index, Object expected, int site) {
    if (expected != null
        && CurrentExecution.get() != null
        && RuntimeClass.of(expected).identity() != ObjectIdentity.CERTAIN) {
      compare(expected, current(variable, coordinate, index), site);
    }
  }

  /** Null, too, if the call that is about to be made fails. */
  private static Object current(Object variable, Object coordinate, int index) {
    try {
      if (variable instanceof AtomicReference<?> reference) {
        return reference.getPlain();
      }
      if (variable instanceof AtomicReferenceArray<?> array) {
        return array.getPlain(index);
      }
      if (variable instanceof AtomicMarkableReference<?> reference) {
        return reference.getReference();
      }
      return variable instanceof AtomicStampedReference<?> reference
          ? reference.getReference()
          : ofField(variable, coordinate, index);
    } catch (RuntimeException willFail) {
      return null;
    }
  }

  @SuppressWarnings("unchecked") // The updater itself checks it.
  private static Object ofField(Object variable, Object coordinate, int index) {
    if (variable instanceof AtomicReferenceFieldUpdater<?, ?> updater) {
      return ((AtomicReferenceFieldUpdater<Object, ?>) updater).get(coordinate);
    }
    List<Object> coordinates = new ArrayList<>();
    VarHandle handle = (VarHandle) variable;
    if (!handle.coordinateTypes().isEmpty()) {
      coordinates.add(coordinate);
    }
    if (handle.coordinateTypes().size() > 1) {
      coordinates.add(index);
    }
    try {
      return handle.toMethodHandle(VarHandle.AccessMode.GET).invokeWithArguments(coordinates);
    } catch (Throwable willFail) {
      return null;
    }
  }

  /** Somebody is about to lock an object's monitor, or asks for its identity hash code. */
  public static void use(Object object, int site) {
    Execution execution = CurrentExecution.get();
    if (execution != null && object != null && isOpen(object)) {
      name(execution, object, site);
    }
  }

  /** An expression that need not make a new object was evaluated. */
  public static void evaluated(Object result) {
    if (isCounted(result)) {
      CurrentExecution.get().memory().evaluated(result);
    }
  }

  /** A constant of the JDK was read. */
  public static void constant(Object value) {
    if (isCounted(value)) {
      CurrentExecution.get().memory().constant(value);
    }
  }

  private static boolean isCounted(Object object) {
    if (object == null || CurrentExecution.get() == null) {
      return false;
    }
    ObjectIdentity identity = RuntimeClass.of(object).identity();
    return identity == ObjectIdentity.FUNCTION || identity == ObjectIdentity.VALUE;
  }

  /** Whether another JVM may have other objects that are the same, or not. */
  static boolean isOpen(Object object) {
    return switch (RuntimeClass.of(object).identity()) {
      case CERTAIN -> false;
      case BOX -> !ObjectIdentity.isAlwaysTheSame(object);
      case TEXT -> !isConstant((String) object);
      case FUNCTION, VALUE -> true;
    };
  }

  /** Whether a string is the one that all equal constants are; leaves the others as they are. */
  @SuppressWarnings("ReferenceEquality") // That is the question.
  private static boolean isConstant(String text) {
    return new String(text).intern() == text;
  }

  /** Whether another JVM may answer otherwise than this one if two references are compared. */
  static boolean isOpen(Memory memory, Object one, Object other) {
    if (one == null || other == null) {
      return false;
    }
    ObjectIdentity identity = RuntimeClass.of(one).identity();
    if (identity == ObjectIdentity.CERTAIN) {
      return false;
    }
    if (one == other) {
      return memory.isEvaluatedAgain(one);
    }
    return identity == RuntimeClass.of(other).identity() && mayBeOne(one, other, identity);
  }

  private static boolean mayBeOne(Object one, Object other, ObjectIdentity identity) {
    return switch (identity) {
      case CERTAIN -> false;
      case BOX -> one.equals(other) && !ObjectIdentity.isAlwaysTheSame(one);
      case TEXT -> one.equals(other);
      case FUNCTION -> haveCommonInterface(one.getClass(), other.getClass());
      case VALUE -> Parts.mayBeEqual(one, other);
    };
  }

  private static boolean haveCommonInterface(Class<?> one, Class<?> other) {
    for (Class<?> type : one.getInterfaces()) {
      if (type.isAssignableFrom(other)) {
        return true;
      }
    }
    return false;
  }

  private static void name(Execution execution, Object object, int site) {
    String type = object.getClass().isHidden() ? "lambdas" : object.getClass().getName();
    execution
        .findings()
        .bound("identity that the specification leaves open: that of %s, at %s"
            .formatted(type, execution.site(site).where()));
  }
}
