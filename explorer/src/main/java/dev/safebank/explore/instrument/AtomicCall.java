package dev.safebank.explore.instrument;

import dev.safebank.explore.hook.AtomicHooks;
import dev.safebank.explore.site.AccessMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.objectweb.asm.Type;

/**
 * A call to an atomic variable, and what it does to it.
 *
 * @param addressing how the variable is found
 * @param use what is done to it
 * @param mode how that is ordered
 */
record AtomicCall(Addressing addressing, AtomicHooks.Use use, AccessMode mode) {

  private static final String ATOMIC = "java/util/concurrent/atomic/";
  private static final String LOCKS = "java/util/concurrent/locks/";

  private static final Set<String> ACCESSES =
      Set.of("get", "set", "getAndSet", "compareAndSet", "weakCompareAndSet", "lazySet");

  private static final Set<String> MODES = Set.of(
      "getPlain",
      "setPlain",
      "getOpaque",
      "setOpaque",
      "getAcquire",
      "setRelease",
      "compareAndExchange",
      "compareAndExchangeAcquire",
      "compareAndExchangeRelease",
      "weakCompareAndSetPlain",
      "weakCompareAndSetVolatile",
      "weakCompareAndSetAcquire",
      "weakCompareAndSetRelease");

  private static final Set<String> ARITHMETIC = Set.of(
      "getAndAdd",
      "addAndGet",
      "getAndIncrement",
      "getAndDecrement",
      "incrementAndGet",
      "decrementAndGet");

  private static final Set<String> NUMBER =
      Set.of("intValue", "longValue", "floatValue", "doubleValue");

  private static final Set<String> HANDLE_MODES = Set.of(
      "getVolatile",
      "setVolatile",
      "getOpaque",
      "setOpaque",
      "getAcquire",
      "setRelease",
      "compareAndExchange",
      "compareAndExchangeAcquire",
      "compareAndExchangeRelease",
      "weakCompareAndSetPlain",
      "weakCompareAndSetAcquire",
      "weakCompareAndSetRelease",
      "getAndSetAcquire",
      "getAndSetRelease",
      "getAndAdd",
      "getAndAddAcquire",
      "getAndAddRelease",
      "getAndBitwiseOr",
      "getAndBitwiseOrAcquire",
      "getAndBitwiseOrRelease",
      "getAndBitwiseAnd",
      "getAndBitwiseAndAcquire",
      "getAndBitwiseAndRelease",
      "getAndBitwiseXor",
      "getAndBitwiseXorAcquire",
      "getAndBitwiseXorRelease");

  private static final Map<String, Methods> CLASSES = classes();

  /** How an atomic call names its variable. */
  enum Addressing {
    /** The object itself. */
    OBJECT,
    /** An element of it, by index. */
    ELEMENT,
    /** A field of the first argument. */
    UPDATER,
    /** The variable of a handle. */
    VAR_HANDLE
  }

  private record Methods(Addressing addressing, Set<String> names) {}

  private static Map<String, Methods> classes() {
    Map<String, Methods> classes = new HashMap<>();
    Set<String> numbers = union(List.of(ACCESSES, MODES, ARITHMETIC, NUMBER));
    classes.put(ATOMIC + "AtomicInteger", new Methods(Addressing.OBJECT, numbers));
    classes.put(ATOMIC + "AtomicLong", new Methods(Addressing.OBJECT, numbers));
    Set<String> others = union(List.of(ACCESSES, MODES));
    classes.put(ATOMIC + "AtomicBoolean", new Methods(Addressing.OBJECT, others));
    classes.put(ATOMIC + "AtomicReference", new Methods(Addressing.OBJECT, others));
    Set<String> arrays = union(List.of(ACCESSES, MODES, ARITHMETIC));
    classes.put(ATOMIC + "AtomicIntegerArray", new Methods(Addressing.ELEMENT, arrays));
    classes.put(ATOMIC + "AtomicLongArray", new Methods(Addressing.ELEMENT, arrays));
    classes.put(ATOMIC + "AtomicReferenceArray", new Methods(Addressing.ELEMENT, others));
    Set<String> updaters = union(List.of(ACCESSES, ARITHMETIC));
    classes.put(ATOMIC + "AtomicIntegerFieldUpdater", new Methods(Addressing.UPDATER, updaters));
    classes.put(ATOMIC + "AtomicLongFieldUpdater", new Methods(Addressing.UPDATER, updaters));
    classes.put(ATOMIC + "AtomicReferenceFieldUpdater", new Methods(Addressing.UPDATER, ACCESSES));
    classes.put(
        "java/lang/invoke/VarHandle",
        new Methods(Addressing.VAR_HANDLE, union(List.of(ACCESSES, HANDLE_MODES))));
    Set<String> pairs =
        Set.of("getReference", "compareAndSet", "weakCompareAndSet", "set", "isMarked", "getStamp");
    classes.put(ATOMIC + "AtomicMarkableReference", new Methods(Addressing.OBJECT, pairs));
    classes.put(ATOMIC + "AtomicStampedReference", new Methods(Addressing.OBJECT, pairs));
    Set<String> state = Set.of("getState", "setState", "compareAndSetState");
    classes.put(LOCKS + "AbstractQueuedSynchronizer", new Methods(Addressing.OBJECT, state));
    classes.put(LOCKS + "AbstractQueuedLongSynchronizer", new Methods(Addressing.OBJECT, state));
    return classes;
  }

  private static Set<String> union(List<Set<String>> sets) {
    return sets.stream().flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
  }

  /** Empty if this is no access to an atomic variable. */
  static Optional<AtomicCall> of(String owner, String name, String descriptor) {
    Methods methods = CLASSES.get(owner);
    if (methods == null || !methods.names.contains(name)) {
      return Optional.empty();
    }
    boolean varHandle = methods.addressing == Addressing.VAR_HANDLE;
    boolean synchronizer = owner.startsWith(LOCKS);
    return Optional.of(new AtomicCall(
        methods.addressing,
        use(name, descriptor),
        synchronizer ? AccessMode.VOLATILE : mode(name, varHandle)));
  }

  private static AtomicHooks.Use use(String name, String descriptor) {
    if (name.startsWith("weakCompareAndSet")) {
      return AtomicHooks.Use.WEAK_COMPARE;
    }
    if (name.equals("compareAndSet") || name.equals("compareAndSetState")) {
      return AtomicHooks.Use.COMPARE;
    }
    if (name.equals("getAndSet") && comparesWithArgument(descriptor)) {
      return AtomicHooks.Use.EXCHANGE;
    }
    if (name.startsWith("getAnd") || name.startsWith("compareAndExchange")) {
      return AtomicHooks.Use.UPDATE;
    }
    if (name.startsWith("get") || NUMBER.contains(name) || name.equals("isMarked")) {
      return AtomicHooks.Use.READ;
    }
    return name.startsWith("set") || name.equals("lazySet")
        ? AtomicHooks.Use.WRITE
        : AtomicHooks.Use.UPDATE;
  }

  /** Whether the result has the type of the argument, and neither is a floating-point number. */
  private static boolean comparesWithArgument(String descriptor) {
    Type[] arguments = Type.getArgumentTypes(descriptor);
    Type result = Type.getReturnType(descriptor);
    return arguments.length > 0
        && arguments[arguments.length - 1].equals(result)
        && result.getSort() != Type.FLOAT
        && result.getSort() != Type.DOUBLE;
  }

  private static AccessMode mode(String name, boolean varHandle) {
    if (name.endsWith("Acquire") || name.endsWith("Release") || name.equals("lazySet")) {
      return AccessMode.ACQUIRE_RELEASE;
    }
    if (name.endsWith("Opaque")) {
      return AccessMode.OPAQUE;
    }
    if (name.endsWith("Plain")) {
      return AccessMode.PLAIN;
    }
    boolean plainByName =
        varHandle ? name.equals("get") || name.equals("set") : name.equals("weakCompareAndSet");
    return plainByName ? AccessMode.PLAIN : AccessMode.VOLATILE;
  }
}
