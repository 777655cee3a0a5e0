package dev.safebank.stress.explore.instrument;

import dev.safebank.stress.explore.engine.Atomics;
import dev.safebank.stress.explore.engine.Mode;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Type;

/**
 * A call to an atomic variable, and what it does to it.
 *
 * @param kind how the variable is found
 * @param use what is done to it
 * @param mode how that is ordered
 */
record AtomicCall(Kind kind, Atomics.Use use, Mode mode) {

  private static final String ATOMIC = "java/util/concurrent/atomic/";
  private static final String VAR_HANDLE = "java/lang/invoke/VarHandle";

  private static final Set<String> NO_ACCESS = Set.of(
      "length",
      "equals",
      "hashCode",
      "getClass",
      "coordinateTypes",
      "varType",
      "toString",
      "describeConstable",
      "isAccessModeSupported",
      "accessModeType",
      "withInvokeExactBehavior",
      "withInvokeBehavior",
      "hasInvokeExactBehavior",
      "newUpdater");

  /** How an atomic call names its variable. */
  enum Kind {
    /** The object itself. */
    OBJECT,
    /** An element of it, by index. */
    ELEMENT,
    /** A field of the first argument. */
    UPDATER,
    /** Whatever the handle leads to. */
    VAR_HANDLE
  }

  /** Empty if this is no access to an atomic variable. */
  static Optional<AtomicCall> of(String owner, String name, String descriptor) {
    boolean varHandle = owner.equals(VAR_HANDLE);
    if ((!varHandle && !owner.startsWith(ATOMIC))
        || NO_ACCESS.contains(name)
        || name.startsWith("<")
        || name.endsWith("Fence")) {
      return Optional.empty();
    }
    Kind kind = varHandle
        ? Kind.VAR_HANDLE
        : owner.endsWith("Array")
            ? Kind.ELEMENT
            : owner.endsWith("Updater") ? Kind.UPDATER : Kind.OBJECT;
    return Optional.of(new AtomicCall(kind, use(name, descriptor), mode(name, varHandle)));
  }

  private static Atomics.Use use(String name, String descriptor) {
    if (name.startsWith("weakCompareAndSet")) {
      return Atomics.Use.WEAK_COMPARE;
    }
    if (name.equals("compareAndSet")) {
      return Atomics.Use.COMPARE;
    }
    if (name.equals("getAndSet") && comparesWithArgument(descriptor)) {
      return Atomics.Use.EXCHANGE;
    }
    if (name.startsWith("getAnd") || name.startsWith("compareAndExchange")) {
      return Atomics.Use.UPDATE;
    }
    if (name.startsWith("get")
        || name.endsWith("Value")
        || name.equals("sum")
        || name.startsWith("is")) {
      return Atomics.Use.READ;
    }
    return name.startsWith("set") || name.equals("lazySet")
        ? Atomics.Use.WRITE
        : Atomics.Use.UPDATE;
  }

  /** Whether what comes back is of the type of what went in, and neither is a fraction. */
  private static boolean comparesWithArgument(String descriptor) {
    Type[] arguments = Type.getArgumentTypes(descriptor);
    Type result = Type.getReturnType(descriptor);
    return arguments.length > 0
        && arguments[arguments.length - 1].equals(result)
        && result.getSort() != Type.FLOAT
        && result.getSort() != Type.DOUBLE;
  }

  private static Mode mode(String name, boolean varHandle) {
    if (name.endsWith("Acquire") || name.endsWith("Release") || name.equals("lazySet")) {
      return Mode.ACQUIRE_RELEASE;
    }
    if (name.endsWith("Opaque")) {
      return Mode.OPAQUE;
    }
    if (name.endsWith("Plain")) {
      return Mode.PLAIN;
    }
    boolean plainByName =
        varHandle ? name.equals("get") || name.equals("set") : name.equals("weakCompareAndSet");
    return plainByName ? Mode.PLAIN : Mode.VOLATILE;
  }
}
