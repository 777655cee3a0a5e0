package dev.safebank.explore.hook.boundary;

import dev.safebank.explore.boundary.ClassKind;
import dev.safebank.explore.boundary.Effect;
import dev.safebank.explore.boundary.ForeignCall;
import dev.safebank.explore.boundary.ObjectIdentity;
import dev.safebank.explore.boundary.OperandUse;
import dev.safebank.explore.boundary.RuntimeClass;
import dev.safebank.explore.memory.Derived;
import dev.safebank.explore.memory.Location;
import dev.safebank.explore.memory.Memory;
import dev.safebank.explore.memory.ObjectState;
import dev.safebank.explore.operation.Action;
import dev.safebank.explore.runtime.Execution;
import dev.safebank.explore.runtime.OpenCall;
import dev.safebank.explore.runtime.ThreadContext;
import dev.safebank.explore.site.AccessMode;
import dev.safebank.explore.synchronizer.SynchronizerModels;
import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.Collection;
import java.util.Hashtable;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What one call into the JDK does to the memory behind its operands, as far as only their classes
 * can tell. Where no actor runs nothing can be felt, and only chance matters.
 */
final class OperandAccess {

  /** Nested parts are followed up to this depth. */
  private static final int DEEPEST = 12;

  /** Methods of a map that compare values, too, and not only keys. */
  private static final Set<String> COMPARES_VALUES = Set.of("containsValue", "remove", "replace");

  /** Methods of a map that change the order of one that is ordered by access. */
  private static final Set<String> LOOK_UP = Set.of("get", "getOrDefault");

  /** Methods that hand out the head of a queue. */
  private static final Set<String> HEADS = Set.of("poll", "peek", "element", "remove", "drainTo");

  private static final String LIST_OF_ARRAY = "java.util.Arrays$ArrayList";

  private static final String STRING = "java/lang/String";

  private static final String STREAM = "java/util/stream/Stream";

  /** Methods of a stream that compare or hash its elements without a function to do so. */
  private static final Set<String> ASK_ELEMENTS = Set.of("sorted", "distinct");

  private final Execution execution;
  private final ThreadContext actor;
  private final ForeignCall call;
  private final BoundaryCall open;
  private final boolean identity;
  private final boolean hash;

  /** All arguments are done with. */
  private boolean onReceiver;

  /** An operand was read in a synchronizing step of its own, and so earlier than by the call. */
  private boolean readEarly;

  /** @param actor null if none runs */
  OperandAccess(
      Execution execution,
      ThreadContext actor,
      ForeignCall call,
      Effect effect,
      BoundaryCall open) {
    this.execution = execution;
    this.actor = actor;
    this.call = call;
    this.open = open;
    this.identity = effect.is(Effect.Flag.IDENTITY);
    this.hash = call.name().equals("hash") || call.name().endsWith("ashCode");
  }

  /** An argument is used, which the method may declare as an array. */
  void argument(int index, OperandUse use, boolean asArray) {
    Object argument = open.operands().get(index);
    if (index == 0 && call.name().equals("binarySearch") && Ties.mayBeFound(open.operands())) {
      uncontrolled();
    }
    if (argument == null || use == OperandUse.IGNORE) {
      return;
    }
    if (use == OperandUse.READ_ARRAY) {
      if (asArray) {
        elements(argument, index, OperandUse.READ);
      }
    } else if (call.isConstructor() && Callbacks.maybeIteratedBy(argument)) {
      uncontrolled();
    } else if (argument.getClass().isArray()) {
      if (asArray || use != OperandUse.ASK) {
        elements(argument, index, use);
      } else {
        namesIdentity(argument);
      }
    } else {
      if (showsOrder(argument, use)) {
        order(argument);
      }
      touch(argument, use, false, 0);
    }
  }

  /** One of the old kind, which has other buckets than the other hash tables. */
  private boolean intoHashtable() {
    return call.isConstructor()
        ? call.owner().equals("java/util/Hashtable")
        : call.hasReceiver() && open.operands().get(0) instanceof Hashtable;
  }

  private boolean showsOrder(Object argument, OperandUse use) {
    return switch (use) {
      case READ_PARTS ->
        !call.name().equals("copyOf") && (intoHashtable() || HashOrder.mayShowInCopy(argument));
      case READ, ITERATE, READ_PARTS_IN_ORDER -> true;
      case READ_PARTS_WITH_TIES -> !Parts.areValues(argument);
      default -> false;
    };
  }

  /** A function is called, perhaps later: one of the JDK's own may have a state. */
  void function(Object function) {
    if (function == null || RuntimeClass.of(function).isProgram()) {
      return;
    }
    if (derived(function) != null) {
      returned(function, false);
    } else if (RuntimeClass.of(function).kind().isMutable()) {
      weak(function, true);
    }
  }

  /** The receiver is used. */
  void receiver(Object receiver, Effect effect) {
    onReceiver = true;
    RuntimeClass type = RuntimeClass.of(receiver);
    if (effect.is(Effect.Flag.ORDER)) {
      order(receiver);
    }
    if (receiver instanceof Throwable) {
      namesIdentity(receiver);
    }
    if (call.name().equals("reversed") && isMonitored(receiver)) {
      uncontrolled();
    }
    if (effect.is(Effect.Flag.WEAK) && isMonitored(receiver) && !isHeld(receiver)) {
      weakBehind(receiver, effect.receiver().writes());
    }
    boolean mayBeLeftOut =
        call.name().equals("count") && execution.memory().isCountedWithoutCalls(receiver);
    if (mayBeLeftOut || (HEADS.contains(call.name()) && Ties.mayBeHead(receiver))) {
      uncontrolled();
    }
    if (comparesIdentity(receiver)) {
      identityIsCompared();
    }
    if (receiver.getClass().isArray()) {
      namesIdentity(receiver);
    } else if (derived(receiver) == null && type.kind().isSafe()) {
      safe(receiver, effect, type.effect(call));
    } else {
      touch(receiver, use(effect), true, 0);
    }
    comparedWith(receiver, effect);
    if (asksElements(effect)) {
      elementsAreAsked(receiver);
    }
  }

  /** Whether the JDK itself, and not a function of the program, looks into the elements. */
  private boolean asksElements(Effect effect) {
    List<Object> operands = open.operands();
    if (operands.size() == 1) {
      return call.owner().equals(STREAM) && ASK_ELEMENTS.contains(call.name());
    }
    boolean handsOut = effect.is(Effect.Flag.CALLBACK) || effect.is(Effect.Flag.CURSOR);
    for (int i = 1; i < operands.size() && handsOut; i++) {
      Object function = operands.get(i);
      if (function != null
          && call.isFunction(i - 1)
          && !RuntimeClass.of(function).isProgram()) {
        return true;
      }
    }
    return false;
  }

  /** Some time from now on: no other thread may change them, if they can change at all. */
  private void elementsAreAsked(Object source) {
    Derived from = derived(source);
    if (RuntimeClass.of(source).isProgram()) {
      uncontrolled();
    } else if (from != null) {
      from.backing().forEach(this::elementsAreAsked);
    } else {
      List<Object> parts = source instanceof Object[] array
          ? Arrays.asList(array)
          : Parts.of(source).orElse(List.of());
      parts.stream().filter(Objects::nonNull).forEach(part -> returned(part, false));
    }
  }

  /** An argument that may look into what it is compared with is compared with the parts. */
  private void comparedWith(Object receiver, Effect effect) {
    List<Object> operands = open.operands();
    for (int i = 1; i < operands.size(); i++) {
      boolean asked = effect.argument(i - 1) == OperandUse.ASK && !identity;
      Object argument = operands.get(i);
      if (asked && argument != null && isComposite(argument)) {
        parts(
            receiver,
            COMPARES_VALUES.contains(call.name()) ? OperandUse.ASK : OperandUse.READ_PARTS,
            0);
        if (!Parts.areImmutable(receiver) && RuntimeClass.of(receiver).kind().isSafe()) {
          weak(receiver, effect.receiver().writes());
        }
      }
    }
  }

  private boolean isComposite(Object object) {
    return derived(object) != null || RuntimeClass.of(object).kind().isComposite();
  }

  /** The program's function, which a call has called back, has handed it an object to use. */
  void returned(Object result, boolean write) {
    if (result.getClass().isArray()) {
      for (int i = 0; i < Array.getLength(result); i++) {
        weak(execution.memory().of(result).element(i), write);
      }
    } else if (derived(result) != null) {
      derived(result).backing().forEach(backing -> returned(backing, write));
    } else if (RuntimeClass.of(result).kind().isMutable()) {
      weak(result, write);
    }
  }

  private OperandUse use(Effect effect) {
    return effect.is(Effect.Flag.ORDERED) && !execution.sites().hasAccessOrderedMaps()
        ? OperandUse.READ
        : effect.receiver();
  }

  /** One that several threads may use at a time: only some calls are one step. */
  private void safe(Object receiver, Effect effect, Optional<Effect> own) {
    if (own.isEmpty() || !own.get().is(Effect.Flag.ATOMIC)) {
      if (effect.receiver() != OperandUse.IGNORE) {
        weak(receiver, effect.receiver().writes());
      }
    } else if (actor != null) {
      atomic(receiver, own.get());
    }
  }

  private void atomic(Object receiver, Effect effect) {
    ObjectState state = execution.memory().of(receiver);
    Location location = state.whole();
    boolean write = effect.receiver().writes();
    if (RuntimeClass.of(receiver).kind() == ClassKind.KEYED) {
      execution.accesses().isVisibleToOthers(actor, location, write, open.site());
      location = key(state);
    }
    boolean felt = step(location, write ? Action.CALL : Action.READ, AccessMode.VOLATILE);
    if (felt && write && NoChange.isSure(call.name(), open.operands())) {
      actor.executing().changed(false);
    }
    if (!effect.is(Effect.Flag.CALLBACK)) {
      open.mustNotStep();
    }
  }

  /** The keys' own equality is the program's, and must not step. */
  private Location key(ObjectState state) {
    OpenCall asking = new BoundaryCall(open.site(), List.of());
    asking.mustNotStep();
    actor.calls().open(asking);
    try {
      return state.keyed(open.operands().get(1));
    } finally {
      actor.calls().close(asking);
    }
  }

  /** An access that is not one step: no other thread may see it in between. */
  private void weak(Object object, boolean write) {
    if (actor != null) {
      weak(execution.memory().of(object).whole(), write);
    }
  }

  private void weak(Location location, boolean write) {
    if (execution.accesses().isVisibleToOthers(actor, location, write, open.site())) {
      uncontrolled();
    }
  }

  /** As {@link #weak(Object, boolean)}, whatever the object is a view of. */
  private void weakBehind(Object object, boolean write) {
    Derived from = derived(object);
    if (from != null) {
      from.backing().forEach(backing -> weakBehind(backing, write));
    } else if (object.getClass().isArray()) {
      uncontrolled();
    } else {
      weak(object, write);
    }
  }

  private void touch(Object object, OperandUse use, boolean held, int depth) {
    if (object == null || use == OperandUse.IGNORE) {
      return;
    }
    if (depth > DEEPEST) {
      uncontrolled();
      return;
    }
    Derived from = derived(object);
    if (from != null) {
      derived(object, from, use, held, depth);
    } else if (object.getClass().isArray()) {
      namesIdentity(object);
    } else {
      known(object, use, held, depth);
    }
  }

  private void known(Object object, OperandUse use, boolean held, int depth) {
    RuntimeClass type = RuntimeClass.of(object);
    if (type.isProgramOnly() || type.isSkeleton()) {
      if (use == OperandUse.ASK) {
        namesIdentity(object);
      }
      if (use == OperandUse.ASK && !identity && type.identity() == ObjectIdentity.FUNCTION) {
        functionIsCompared(object, depth);
      }
      return;
    }
    asks(object, use);
    switch (type.kind()) {
      case VALUE -> {}
      case PARTS, SALTED -> parts(object, use, depth);
      case PLAIN, HASHED -> {
        plain(object, use);
        parts(object, use, depth);
      }
      case LOCKED, HLOCKED -> locked(object, use, held, depth);
      case SNAPSHOT -> snapshot(object, use, depth);
      case KEYED, QUEUE -> weak(object, use.writes());
      case VARIABLE -> variable(object, use, depth);
      case ELEMENTS -> atomicElements(object, use);
      case NONE -> unknown(use, type);
    }
  }

  private void asks(Object object, OperandUse use) {
    if (use == OperandUse.ASK) {
      namesIdentity(object);
      if (identity && !hash) {
        order(object);
      }
    }
  }

  private void unknown(OperandUse use, RuntimeClass type) {
    boolean onlyIdentity = use == OperandUse.ASK && !identity && type.hasIdentityEquals();
    if (!onlyIdentity) {
      uncontrolled();
    }
  }

  private void plain(Object object, OperandUse use) {
    if (actor != null) {
      Location location = execution.memory().of(object).whole();
      boolean write = use.writes() || reorders(object, use);
      boolean felt = step(location, write ? Action.CALL : Action.READ, AccessMode.PLAIN);
      if (felt) {
        open.accesses(location, write);
      }
    }
  }

  /** Whether a use asks a map, which may be ordered by access, for what it holds under keys. */
  private boolean reorders(Object object, OperandUse use) {
    boolean isAsked =
        onReceiver ? LOOK_UP.contains(call.name()) : use == OperandUse.ASK && !identity;
    return isAsked && object instanceof LinkedHashMap && execution.sites().hasAccessOrderedMaps();
  }

  private void locked(Object object, OperandUse use, boolean held, int depth) {
    if (actor == null) {
      parts(object, use, depth);
    } else if (held) {
      open.lock(execution, actor, object);
      plain(object, use);
      parts(object, use, depth);
    } else if (!isOneCall(object, use)) {
      weak(object, use.writes() || mayHoldReceiver(object));
      parts(object, use, depth);
    } else {
      BoundaryCall own = new BoundaryCall(open.site(), List.of());
      own.lock(execution, actor, object);
      readEarly |= plainUnder(own, object, use);
      parts(object, use, depth);
    }
  }

  /**
   * Whether whoever uses an argument that is safe by its monitor calls it just once, or holds the
   * monitor already. A receiver that is safe by its own monitor may hold that meanwhile.
   */
  private boolean isOneCall(Object object, OperandUse use) {
    if (SynchronizerModels.monitor(execution, object).isHeldBy(Optional.of(actor))) {
      return true;
    }
    if (mayHoldReceiver(object)) {
      return false;
    }
    boolean charByChar = object instanceof StringBuffer && !call.owner().equals(STRING);
    return !charByChar && (use == OperandUse.READ || (use == OperandUse.ASK && identity));
  }

  /** Whether an argument's monitor may be waited for while the receiver's is held. */
  private boolean mayHoldReceiver(Object argument) {
    return !onReceiver
        && call.hasReceiver()
        && !open.operands().isEmpty()
        && open.operands().get(0) != argument
        && isMonitored(open.operands().get(0));
  }

  private boolean plainUnder(BoundaryCall own, Object object, OperandUse use) {
    boolean felt = execution
        .accesses()
        .access(
            actor,
            execution.memory().of(object).whole(),
            use.writes() ? Action.CALL : Action.READ,
            AccessMode.PLAIN,
            open.site());
    own.unlock(execution, actor);
    if (felt) {
      open.mustNotStep();
    }
    return felt;
  }

  private void snapshot(Object object, OperandUse use, int depth) {
    if (use.writes()) {
      weak(object, true);
    } else if (actor != null) {
      earlyRead(execution.memory().of(object).whole());
    }
    parts(object, use, depth);
  }

  private void variable(Object object, OperandUse use, int depth) {
    if (use == OperandUse.ASK && !identity) {
      return;
    }
    if (use.writes()) {
      uncontrolled();
    } else if (actor != null) {
      earlyRead(execution.memory().of(object).whole());
    }
    parts(object, use, depth);
  }

  private void atomicElements(Object object, OperandUse use) {
    if (use == OperandUse.ASK && !identity) {
      return;
    }
    if (actor != null) {
      ObjectState state = execution.memory().of(object);
      int length = AtomicArrays.length(object);
      for (int i = 0; i < length; i++) {
        earlyRead(state.element(i));
      }
    }
    if (!AtomicArrays.isOfNumbers(object)) {
      uncontrolled();
    }
  }

  /** A synchronizing read, made a little before the call itself reads the same. */
  private void earlyRead(Location location) {
    if (step(location, Action.READ, AccessMode.VOLATILE)) {
      readEarly = true;
      open.mustNotStep();
    }
  }

  private void derived(Object object, Derived from, OperandUse use, boolean held, int depth) {
    if (from.isMutex() && actor != null) {
      if (held) {
        open.lock(execution, actor, object);
      } else {
        weakOrLocked(object, from, use, depth);
        return;
      }
    }
    if (from.isCursor()) {
      if (use == OperandUse.ASK && !identity) {
        return;
      }
      plain(object, use);
    }
    OperandUse onBacking = use.onBacking(from.isCursor());
    for (Object backing : from.backing()) {
      touchBacking(backing, onBacking, held && !from.isCursor(), from.isCursor(), depth);
    }
  }

  private void touchBacking(
      Object backing, OperandUse use, boolean held, boolean unlocked, int depth) {
    if (backing.getClass().isArray()) {
      elements(backing, ofList(Array.getLength(backing)), use, depth);
      return;
    }
    Derived from = derived(backing);
    if (unlocked && from != null && !from.isCursor()) {
      for (Object inner : from.backing()) {
        touchBacking(inner, use, false, true, depth + 1);
      }
    } else if (unlocked && from == null && isLocked(backing)) {
      plain(backing, use);
    } else {
      touch(backing, use, held, depth + 1);
    }
  }

  private boolean isMonitored(Object object) {
    Derived from = derived(object);
    return from == null
        ? isLocked(object)
        : from.isMutex() || from.backing().stream().anyMatch(this::isMonitored);
  }

  private boolean isHeld(Object object) {
    return actor != null
        && SynchronizerModels.monitor(execution, object).isHeldBy(Optional.of(actor));
  }

  /** Whether it is a map, or a view of one, that takes only one and the same object for equal. */
  private boolean comparesIdentity(Object receiver) {
    Derived from = derived(receiver);
    return from == null
        ? receiver instanceof IdentityHashMap
        : from.backing().stream().anyMatch(this::comparesIdentity);
  }

  /** The arguments, or what they consist of, are compared by identity. */
  private void identityIsCompared() {
    for (Object argument : open.operands().subList(1, open.operands().size())) {
      if (argument instanceof Map || argument instanceof Collection) {
        Parts.of(argument).orElse(List.of()).forEach(this::identityIsCompared);
      }
      identityIsCompared(argument);
    }
  }

  private void identityIsCompared(Object object) {
    if (object != null && IdentityHooks.isOpen(object)) {
      uncontrolled();
    }
  }

  /** A function equals only itself; which others it is one with is open. */
  private void functionIsCompared(Object function, int depth) {
    List<Object> compared = compared();
    if (depth == 0 && compared.stream().noneMatch(operand -> operand == function)) {
      return;
    }
    boolean isOpen = depth > 0 || execution.memory().isEvaluatedAgain(function);
    for (Object operand : compared) {
      isOpen |= operand != null && operand != function && isOpenIn(operand, function);
    }
    if (isOpen) {
      uncontrolled();
    }
  }

  /** Of the keys and values of a new map, the keys. */
  private List<Object> compared() {
    List<Object> operands = open.operands();
    return call.owner().equals("java/util/Map") && call.name().equals("of")
        ? IntStream.range(0, operands.size())
            .filter(i -> i % 2 == 0)
            .mapToObj(operands::get)
            .toList()
        : operands;
  }

  private boolean isOpenIn(Object operand, Object function) {
    Memory memory = execution.memory();
    return IdentityHooks.isOpen(memory, operand, function)
        || Parts.of(operand)
            .map(parts ->
                parts.stream().anyMatch(part -> IdentityHooks.isOpen(memory, part, function)))
            .orElse(true);
  }

  private static boolean isLocked(Object object) {
    ClassKind kind = RuntimeClass.of(object).kind();
    return kind == ClassKind.LOCKED || kind == ClassKind.HLOCKED;
  }

  /** A synchronized collection as an argument: read under its monitor, before the call. */
  private void weakOrLocked(Object object, Derived from, OperandUse use, int depth) {
    if (!isOneCall(object, use)) {
      weakBehind(object, use.writes() || mayHoldReceiver(object));
      return;
    }
    BoundaryCall own = new BoundaryCall(open.site(), List.of());
    own.lock(execution, actor, object);
    for (Object backing : from.backing()) {
      touchBacking(backing, use, false, false, depth);
    }
    own.unlock(execution, actor);
    readEarly = true;
    open.mustNotStep();
  }

  /** The elements of an array that a call to a list gets at which is a view of the array. */
  private ArrayRange ofList(int length) {
    List<Object> operands = open.operands();
    boolean isOne = onReceiver
        && (call.name().equals("get") || call.name().equals("set"))
        && operands.get(0).getClass().getName().equals(LIST_OF_ARRAY)
        && operands.get(1) instanceof Integer;
    if (!isOne) {
      return new ArrayRange(0, length);
    }
    int index = (Integer) operands.get(1);
    return index < 0 || index >= length ? new ArrayRange(0, 0) : new ArrayRange(index, index + 1);
  }

  /** An argument's elements, or those among them that other arguments name. */
  private void elements(Object array, int index, OperandUse use) {
    elements(array, ArrayRange.of(call, open.operands(), index, Array.getLength(array)), use, 0);
  }

  private void elements(Object array, ArrayRange range, OperandUse use, int depth) {
    if (use == OperandUse.IGNORE) {
      return;
    }
    boolean asks = use.asksParts() && array instanceof Object[];
    for (int i = range.from(); i < range.to(); i++) {
      if (actor != null) {
        Location location = execution.memory().of(array).element(i);
        boolean write = use.writes();
        if (step(location, write ? Action.WRITE : Action.READ, AccessMode.PLAIN)) {
          open.accesses(location, write);
        }
      }
      if (asks) {
        touch(((Object[]) array)[i], OperandUse.ASK, false, depth + 1);
      }
    }
  }

  private void parts(Object object, OperandUse use, int depth) {
    if (!use.asksParts()) {
      return;
    }
    Optional<List<Object>> parts = Parts.of(object, use);
    if (parts.isEmpty()) {
      uncontrolled();
      return;
    }
    for (Object part : parts.get()) {
      touch(part, OperandUse.ASK, false, depth + 1);
    }
  }

  /**
   * A step, unless it is invisible to other threads; none may come after a value was read too
   * early.
   */
  private boolean step(Location location, Action action, AccessMode mode) {
    boolean felt = execution.accesses().access(actor, location, action, mode, open.site());
    if (felt && readEarly) {
      uncontrolled();
    }
    return felt;
  }

  /** What shows of an object whose identity hash code is chance. */
  private void namesIdentity(Object object) {
    if (identity) {
      RuntimeClass type = RuntimeClass.of(object);
      boolean isHidden = object instanceof Class<?> named && named.isHidden();
      boolean isChance =
          hash ? type.hasIdentityHash() : type.hasIdentityText() || VirtualMachineText.isIn(object);
      if (isHidden || isChance) {
        uncontrolled();
      }
    }
  }

  /** The order of an object's parts shows: it must not be chance. */
  private void order(Object object) {
    Derived from = derived(object);
    if (from != null) {
      for (Object backing : from.backing()) {
        if (backing != null && !backing.getClass().isArray()) {
          order(backing);
        }
      }
      return;
    }
    if (HashOrder.isChance(object)) {
      uncontrolled();
    }
  }

  private Derived derived(Object object) {
    Derived from = execution.memory().derived(object);
    if (from == null
        && actor != null
        && object instanceof Map.Entry<?, ?>
        && RuntimeClass.of(object).kind() == ClassKind.NONE
        && !RuntimeClass.of(object).isProgram()) {
      return handedOut(object);
    }
    return from;
  }

  /** An entry that a call into the JDK has handed to a function: it is part of what was called. */
  private Derived handedOut(Object entry) {
    List<OpenCall> calls = actor.calls().all();
    if (calls.isEmpty()) {
      return null;
    }
    OpenCall last = calls.get(calls.size() - 1);
    Derived from = new Derived(last.operands(), false, false);
    execution.memory().derive(entry, from);
    return from;
  }

  private void uncontrolled() {
    execution.findings().uncontrolled(open.site());
  }
}
