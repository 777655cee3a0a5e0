package dev.safebank.explore.instrument;

import dev.safebank.explore.boundary.BoundaryRules;
import dev.safebank.explore.boundary.Effect;
import dev.safebank.explore.classfile.ClassFacts;
import dev.safebank.explore.classfile.InstrumentationScope;
import dev.safebank.explore.hook.ArrayHooks;
import dev.safebank.explore.hook.substitute.ReentrantReadWriteLockSubstitutes;
import dev.safebank.explore.hook.substitute.SystemSubstitutes;
import dev.safebank.explore.site.AccessMode;
import dev.safebank.explore.site.Site;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.AnalyzerAdapter;

/** Rewrites the instructions of a method that may be steps. */
final class StepInstrumenter extends MethodVisitor {

  private static final String ARRAY_STEPS = Type.getInternalName(ArrayHooks.class);
  private static final String SYSTEM_CALLS = Type.getInternalName(SystemSubstitutes.class);

  private static final String OBJECT = "java/lang/Object";
  private static final String LAMBDAS = "java/lang/invoke/LambdaMetafactory";
  private static final String FINALIZER = "finalize()V";
  private static final String LOCK_VIEWS_STAND_IN = "ReadWriteLockSubstitutes";
  private static final Set<String> LOCK_VIEWS = Set.of("readLock", "writeLock");
  private static final String CLONE = "clone()Ljava/lang/Object;";

  /** Bootstrap methods that access no shared memory and call nothing back. */
  private static final Set<String> HARMLESS_BOOTSTRAPS =
      Set.of(LAMBDAS, "java/lang/runtime/SwitchBootstraps");

  /** The text of an object. */
  private static final MethodCall TEXT = new MethodCall(
      Opcodes.INVOKESTATIC,
      "java/lang/String",
      "valueOf",
      "(Ljava/lang/Object;)Ljava/lang/String;",
      false);

  /** Types whose objects nobody can change. */
  private static final Set<String> VALUES = Set.of(
      "Ljava/lang/String;",
      "Ljava/lang/Integer;",
      "Ljava/lang/Long;",
      "Ljava/lang/Double;",
      "Ljava/lang/Boolean;");

  /** Where jcstress has the classes of results, which are printed in the end. */
  private static final String RESULTS = "org/openjdk/jcstress/infra/results/";

  private static final String COLLECTED = "Ljava/util/Collection;";

  /** Types of the JDK some of whose objects are immutable and not always made anew. */
  private static final Pattern MAY_BE_SAME = Pattern.compile(
      "Ljava/(time|math)/.*|Ljava/util/(Optional.*|List|Set|Map|Map.Entry|Collection|Locale);"
          + "|Ljava/util/function/.*");

  /** What catches an error of the virtual machine, which another machine need not have. */
  private static final Set<String> CATCH_MACHINE_ERRORS = Set.of(
      "java/lang/Throwable",
      "java/lang/Error",
      "java/lang/VirtualMachineError",
      "java/lang/StackOverflowError",
      "java/lang/OutOfMemoryError");

  private final SiteFactory sites;
  private final HookMethods bridges;
  private final String returnType;
  private final boolean isInitialized;
  private final Set<Label> handlers = new HashSet<>();
  private boolean atHandler;
  private final Deque<String> beingCreated = new ArrayDeque<>();
  private Optional<AnalyzerAdapter> constructorTypes = Optional.empty();
  private Optional<BitSet> escapingNumbers = Optional.empty();
  private int numbers;

  /**
   * Rewrites a method.
   *
   * @param descriptor the method's
   * @param isInitialized whether the method's class is initialised once it runs, or is being
   *     initialised by the same thread
   */
  StepInstrumenter(
      MethodVisitor next,
      SiteFactory sites,
      HookMethods bridges,
      String descriptor,
      boolean isInitialized) {
    super(Opcodes.ASM9, next);
    this.sites = sites;
    this.bridges = bridges;
    this.returnType = descriptor.substring(descriptor.indexOf(')') + 1);
    this.isInitialized = isInitialized;
  }

  /** The method is a constructor; {@code types} knows what is on the stack. */
  void isConstructor(AnalyzerAdapter types) {
    constructorTypes = Optional.of(types);
  }

  /** Which of the method's calls give a number that may show; all if that is not known. */
  void escapingNumbers(BitSet calls) {
    escapingNumbers = Optional.of(calls);
  }

  @Override
  public void visitLineNumber(int line, Label start) {
    sites.line(line);
    super.visitLineNumber(line, start);
  }

  @Override
  public void visitTryCatchBlock(Label start, Label end, Label handler, String type) {
    if (type == null || CATCH_MACHINE_ERRORS.contains(type)) {
      handlers.add(handler);
    }
    super.visitTryCatchBlock(start, end, handler, type);
  }

  @Override
  public void visitLabel(Label label) {
    super.visitLabel(label);
    atHandler |= handlers.contains(label);
  }

  /** A handler has a frame before its first instruction (JVMS 4.10.1.4). */
  @Override
  public void visitFrame(int kind, int locals, Object[] local, int depth, Object[] stack) {
    super.visitFrame(kind, locals, local, depth, stack);
    if (atHandler) {
      atHandler = false;
      super.visitInsn(Opcodes.DUP);
      super.visitLdcInsn(sites.place("catch").id());
      hook(HookMethods.EXECUTION, "caught", "(Ljava/lang/Throwable;I)V");
    }
  }

  @Override
  public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
    boolean isStatic = opcode == Opcodes.GETSTATIC || opcode == Opcodes.PUTSTATIC;
    if (isStatic) {
      initialize(sites.hierarchy().declaringField(owner, name));
    }
    if (opcode == Opcodes.PUTFIELD && owner.startsWith(RESULTS)) {
      shows(owner, name, descriptor);
    }
    Optional<Site> site = sites.field(owner, name);
    if (site.isEmpty() || (opcode == Opcodes.PUTFIELD && isUninitialized(descriptor))) {
      if (sites.isForeignVariable(owner, name)) {
        uncontrolled(owner, name);
      }
      Optional<String> holder = isStatic ? sites.holder(owner, name) : Optional.empty();
      super.visitFieldInsn(opcode, holder.orElse(owner), name, descriptor);
      if (opcode == Opcodes.GETSTATIC && isForeign(owner)) {
        counts("constant", descriptor);
      }
      return;
    }
    super.visitLdcInsn(site.get().id());
    bridges.field(opcode, owner, name, descriptor).call(mv);
  }

  /** A result is set. */
  private void shows(String owner, String name, String descriptor) {
    if (Type.getType(descriptor).getSort() >= Type.ARRAY && !VALUES.contains(descriptor)) {
      super.visitInsn(Opcodes.DUP);
      super.visitLdcInsn(sites.call(owner, name, AccessMode.PLAIN).id());
      ForeignCallWriter.hook(mv, "shown", "(Ljava/lang/Object;I)V");
    }
  }

  private static Effect effect(MethodCall call) {
    return BoundaryRules.JDK.effect(Set.of(call.owner()), call.name(), call.descriptor());
  }

  private void initialize(Optional<ClassFacts> declaring) {
    sites.initializedFor(declaring, isInitialized).ifPresent(number -> {
      super.visitLdcInsn(number);
      super.visitLdcInsn(sites.place("class").id());
      super.visitMethodInsn(
          Opcodes.INVOKESTATIC, MethodEntryVisitor.CLASSES, "use", "(II)V", false);
    });
  }

  /**
   * Whether the constructor that writes a field has not called its superclass's constructor yet
   * (JEP 513): no other thread can access the object then.
   */
  private boolean isUninitialized(String descriptor) {
    return constructorTypes
        .map(types -> types.stack)
        .map(stack -> stack.get(stack.size() - 1 - Type.getType(descriptor).getSize()))
        .filter(Opcodes.UNINITIALIZED_THIS::equals)
        .isPresent();
  }

  @Override
  public void visitInsn(int opcode) {
    if (opcode >= Opcodes.IALOAD && opcode <= Opcodes.SALOAD) {
      super.visitInsn(Opcodes.DUP2);
      super.visitLdcInsn(sites.place("").id());
      hook(HookMethods.FIELDS, "readElement", "(Ljava/lang/Object;II)V");
      super.visitInsn(opcode);
    } else if (opcode >= Opcodes.IASTORE && opcode <= Opcodes.SASTORE) {
      super.visitLdcInsn(sites.place("").id());
      boolean bytes = opcode == Opcodes.BASTORE;
      super.visitMethodInsn(
          Opcodes.INVOKESTATIC, ARRAY_STEPS, bytes ? "storeByte" : "store", store(opcode), false);
    } else if (opcode == Opcodes.MONITORENTER || opcode == Opcodes.MONITOREXIT) {
      super.visitLdcInsn(sites.place("monitor").id());
      boolean enter = opcode == Opcodes.MONITORENTER;
      hook(HookMethods.MONITORS, enter ? "enter" : "exit", "(Ljava/lang/Object;I)V");
    } else if (opcode == Opcodes.ARETURN && !VALUES.contains(returnType)) {
      super.visitInsn(Opcodes.DUP);
      ForeignCallWriter.hook(mv, "returned", "(Ljava/lang/Object;)V");
      super.visitInsn(opcode);
    } else {
      super.visitInsn(opcode);
    }
  }

  private static String store(int opcode) {
    return switch (opcode) {
      case Opcodes.IASTORE -> "([IIII)V";
      case Opcodes.LASTORE -> "([JIJI)V";
      case Opcodes.FASTORE -> "([FIFI)V";
      case Opcodes.DASTORE -> "([DIDI)V";
      case Opcodes.AASTORE -> "([Ljava/lang/Object;ILjava/lang/Object;I)V";
      case Opcodes.BASTORE -> "(Ljava/lang/Object;III)V";
      case Opcodes.CASTORE -> "([CIII)V";
      default -> "([SIII)V";
    };
  }

  @Override
  public void visitJumpInsn(int opcode, Label target) {
    if (opcode == Opcodes.IF_ACMPEQ || opcode == Opcodes.IF_ACMPNE) {
      super.visitInsn(Opcodes.DUP2);
      super.visitLdcInsn(sites.place("==").id());
      hook(HookMethods.IDENTITY, "compare", "(Ljava/lang/Object;Ljava/lang/Object;I)V");
    }
    super.visitJumpInsn(opcode, target);
  }

  @Override
  public void visitTypeInsn(int opcode, String type) {
    if (opcode == Opcodes.NEW) {
      beingCreated.push(type);
      if (sites.scope().isOurs(type)) {
        initialize(sites.hierarchy().facts(type));
        finalizer(type);
      }
    }
    super.visitTypeInsn(opcode, type);
  }

  /**
   * What a method of the program is called once it is instrumented: a finalizer by another name, so
   * that the JVM does not run it in the middle of some later execution.
   */
  static String renamed(String name, String descriptor) {
    return (name + descriptor).equals(FINALIZER) ? name + "$" : name;
  }

  /** A finalizer runs at any time, in a thread of its own (JLS 12.6). */
  private void finalizer(String type) {
    sites
        .hierarchy()
        .declaringMethod(type, FINALIZER)
        .map(ClassFacts::name)
        .filter(sites.scope()::isOurs)
        .ifPresent(declaring -> uncontrolled(declaring, "finalize"));
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String descriptor, boolean isInterface) {
    if (EscapingNumbers.mayBeGiven(name, descriptor)) {
      int call = numbers++;
      if (escapingNumbers.map(calls -> calls.get(call)).orElse(true)) {
        numberShows(owner, name);
      }
    }
    if (name.equals("<init>")) {
      constructor(opcode, owner, descriptor);
    } else if (sites.scope().isLeftOut(owner) && descriptor.endsWith(")V")) {
      leaveOut(new MethodCall(opcode, owner, name, descriptor, isInterface));
    } else if (owner.startsWith("[") && name.equals("clone")) {
      super.visitLdcInsn(sites.place("clone").id());
      super.visitMethodInsn(
          Opcodes.INVOKESTATIC,
          SYSTEM_CALLS,
          "cloneArray",
          "(Ljava/lang/Object;I)Ljava/lang/Object;",
          false);
    } else if (isDeclaredByUs(owner, name + descriptor)) {
      if (!sites.scope().isOurs(owner) && !owner.equals(HookMethods.LOOPS)) {
        hook(HookMethods.EXECUTION, "localStateMayHaveChanged", "()V");
      }
      if (opcode == Opcodes.INVOKESTATIC) {
        initialize(sites.hierarchy().declaringMethod(owner, name + descriptor));
      }
      super.visitMethodInsn(opcode, owner, renamed(name, descriptor), descriptor, isInterface);
    } else {
      foreign(new MethodCall(opcode, owner, name, descriptor, isInterface));
    }
  }

  private void numberShows(String owner, String name) {
    if (EscapingNumbers.isGivenBy(lineage(owner), name)) {
      uncontrolled(owner, name);
    }
  }

  private void constructor(int opcode, String owner, String descriptor) {
    if (isForeign(owner)) {
      foreignConstructor(new MethodCall(opcode, owner, "<init>", descriptor, false));
    }
    super.visitMethodInsn(opcode, owner, "<init>", descriptor, false);
    if (owner.equals(beingCreated.peek())) {
      beingCreated.pop();
      super.visitInsn(Opcodes.DUP);
      hook(HookMethods.EXECUTION, "created", "(Ljava/lang/Object;)V");
    }
  }

  private boolean isForeign(String owner) {
    InstrumentationScope scope = sites.scope();
    return !scope.isOurs(owner) && !scope.isExplorers(owner) && !scope.isLeftOut(owner);
  }

  private void foreignConstructor(MethodCall call) {
    Effect effect = BoundaryRules.JDK.effect(lineage(call.owner()), call.name(), call.descriptor());
    if (call.owner().equals("java/util/LinkedHashMap") && call.descriptor().equals("(IFZ)V")) {
      sites.makesAccessOrderedMaps();
    }
    if (effect.control() != Effect.Control.KNOWN) {
      super.visitLdcInsn(sites.foreign(call, effect).id());
      boundary(effect.control() == Effect.Control.ENDS ? "ends" : "uncontrolled");
    } else if (!BoundaryRules.JDK.isPure(effect, call.descriptor(), false)) {
      super.visitLdcInsn(sites.foreign(call, effect).id());
      bridges.construction(call).call(mv);
      ForeignCallWriter.unpack(mv, Type.getArgumentTypes(call.descriptor()));
    }
  }

  private void leaveOut(MethodCall call) {
    Type[] operands = call.operands();
    for (int i = operands.length - 1; i >= 0; i--) {
      super.visitInsn(operands[i].getSize() == 2 ? Opcodes.POP2 : Opcodes.POP);
    }
  }

  private boolean isDeclaredByUs(String owner, String nameAndDescriptor) {
    return !sites.scope().isOurs(owner)
        ? sites.scope().isExplorers(owner) || sites.scope().isLeftOut(owner)
        : sites
            .hierarchy()
            .declaringMethod(owner, nameAndDescriptor)
            .map(declaring -> sites.scope().isOurs(declaring.name()))
            .orElse(false);
  }

  /** A call to the JDK. */
  private void foreign(MethodCall call) {
    Set<String> lineage = lineage(call.owner());
    Optional<Substitutions.StandIn> standIn =
        Substitutions.of(lineage, call.name(), call.descriptor());
    Optional<AtomicCall> atomic = lineage.stream()
        .flatMap(owner -> AtomicCall.of(owner, call.name(), call.descriptor()).stream())
        .findFirst();
    Effect effect = BoundaryRules.JDK.effect(lineage, call.name(), call.descriptor());
    if (call.opcode() == Opcodes.INVOKESPECIAL
        && standIn.filter(this::dispatches).isPresent()) {
      viaSuper(call, effect);
    } else if (standIn.isPresent()) {
      substitute(call, standIn.get(), effect);
    } else if (atomic.isPresent() && !call.isStatic()) {
      Site site = sites.call(call.owner(), call.name(), atomic.get().mode());
      super.visitLdcInsn(site.id());
      bridges.atomic(call, atomic.get()).call(mv);
    } else if (call.name().equals("newUpdater")) {
      bridges.updater(call).call(mv);
    } else if (call.owner().equals("java/lang/invoke/VarHandle") && call.name().endsWith("Fence")) {
      super.visitLdcInsn(sites.call(call.owner(), call.name(), AccessMode.PLAIN).id());
      hook(HookMethods.EXECUTION, "relaxed", "(I)V");
      call.make(mv);
    } else if (call.opcode() == Opcodes.INVOKESPECIAL
        && (call.name() + call.descriptor()).equals(CLONE)) {
      fieldCopy(call);
    } else {
      bounded(call, effect);
    }
  }

  /** Whether what stands in for a method calls the method, so that it must not come from it. */
  private boolean dispatches(Substitutions.StandIn standIn) {
    return (LOCK_VIEWS.contains(standIn.name()) && standIn.owner().endsWith(LOCK_VIEWS_STAND_IN))
        || standIn.name().equals("hashCode");
  }

  private void viaSuper(MethodCall call, Effect effect) {
    if (LOCK_VIEWS.contains(call.name())) {
      super.visitInsn(Opcodes.DUP);
      call.make(mv);
      super.visitMethodInsn(
          Opcodes.INVOKESTATIC,
          Type.getInternalName(ReentrantReadWriteLockSubstitutes.class),
          call.name() + "OfSuper",
          call.descriptor()
              .replace(
                  "()",
                  "(Ljava/util/concurrent/locks/ReentrantReadWriteLock;L"
                      + Type.getReturnType(call.descriptor()).getInternalName() + ";)"),
          false);
    } else if (call.owner().equals(OBJECT)) {
      super.visitLdcInsn(sites.foreign(call, effect).id());
      super.visitMethodInsn(
          Opcodes.INVOKESTATIC, SYSTEM_CALLS, "identityHashCode", "(Ljava/lang/Object;I)I", false);
    } else {
      bounded(call, effect);
    }
  }

  private Set<String> lineage(String owner) {
    return owner.startsWith("[") ? Set.of(OBJECT) : sites.hierarchy().lineage(owner);
  }

  private void substitute(MethodCall call, Substitutions.StandIn standIn, Effect effect) {
    super.visitLdcInsn(sites.foreign(call, effect).id());
    if (call.isStatic() || call.opcode() == Opcodes.INVOKESPECIAL) {
      super.visitMethodInsn(
          Opcodes.INVOKESTATIC, standIn.owner(), standIn.name(), standIn.descriptor(), false);
    } else {
      bridges.substitute(call, standIn).call(mv);
    }
  }

  /** {@code super.clone()}: what the program's own classes declare is read field by field. */
  private void fieldCopy(MethodCall call) {
    if (call.owner().equals(OBJECT)) {
      super.visitLdcInsn(sites.place("clone").id());
      bridges.fieldCopy(call).call(mv);
    } else {
      uncontrolled(call.owner(), call.name());
      call.make(mv);
    }
  }

  /** A call that is not substituted: the rules of the boundary say what it does. */
  private void bounded(MethodCall call, Effect effect) {
    if (BoundaryRules.JDK.isPure(effect, call.descriptor(), !call.isStatic())) {
      call.make(mv);
      counts("evaluated", call.returnType().getDescriptor());
      return;
    }
    if (effect.control() != Effect.Control.KNOWN) {
      hook(HookMethods.EXECUTION, "localStateMayHaveChanged", "()V");
    }
    if (call.owner().equals("java/lang/invoke/MethodHandle")) {
      uncontrolled(call.owner(), call.name());
      call.make(mv);
      return;
    }
    super.visitLdcInsn(sites.foreign(call, effect).id());
    bridges.foreign(call, effect).call(mv);
    counts(
        "evaluated",
        call.name().equals("collect") ? COLLECTED : call.returnType().getDescriptor());
  }

  /** What a call or a constant of the JDK is, which may be the same object as of another one. */
  private void counts(String hook, String type) {
    if (MAY_BE_SAME.matcher(type).matches()) {
      super.visitInsn(Opcodes.DUP);
      hook(HookMethods.IDENTITY, hook, "(Ljava/lang/Object;)V");
    }
  }

  private void uncontrolled(String owner, String name) {
    super.visitLdcInsn(sites.call(owner, name, AccessMode.PLAIN).id());
    boundary("uncontrolled");
  }

  private void boundary(String name) {
    ForeignCallWriter.hook(mv, name, "(I)V");
  }

  /** A method reference to the JDK goes through a method of our own, which is instrumented. */
  @Override
  public void visitInvokeDynamicInsn(
      String name, String descriptor, Handle bootstrap, Object... arguments) {
    switch (bootstrap.getOwner()) {
      case "java/lang/invoke/StringConcatFactory" ->
        concatenate(name, descriptor, bootstrap, arguments);
      case "java/lang/runtime/ObjectMethods" -> {
        if (sites.mayEscape()) {
          uncontrolled(bootstrap.getOwner(), name);
        }
        MethodCall call =
            new MethodCall(Opcodes.INVOKESTATIC, bootstrap.getOwner(), name, descriptor, false);
        super.visitLdcInsn(sites.foreign(call, Effect.ASKS_COMPONENTS).id());
        bridges.ofRecord(name, descriptor, bootstrap, arguments).call(mv);
      }
      default -> {
        if (isForeign(bootstrap.getOwner())
            && !HARMLESS_BOOTSTRAPS.contains(bootstrap.getOwner())) {
          uncontrolled(bootstrap.getOwner(), bootstrap.getName());
        }
        super.visitInvokeDynamicInsn(
            name, descriptor, bootstrap, throughOurs(descriptor, bootstrap, arguments));
        if (bootstrap.getOwner().equals(LAMBDAS) && descriptor.startsWith("()")) {
          super.visitInsn(Opcodes.DUP);
          hook(HookMethods.IDENTITY, "evaluated", "(Ljava/lang/Object;)V");
        }
      }
    }
  }

  private void concatenate(String name, String descriptor, Handle bootstrap, Object... arguments) {
    boolean hasObjects = Arrays.stream(Type.getArgumentTypes(descriptor))
        .anyMatch(type ->
            type.getSort() >= Type.ARRAY && !type.getInternalName().equals("java/lang/String"));
    if (!hasObjects) {
      super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
      return;
    }
    super.visitLdcInsn(sites.foreign(TEXT, effect(TEXT)).id());
    bridges.concatenation(name, descriptor, bootstrap, arguments).call(mv);
  }

  /**
   * The type of the receiver that a method reference keeps, if it keeps one: that may be a subclass
   * of the class that declares the method.
   */
  private static Optional<Type> receiver(Handle handle, String descriptor) {
    Type[] kept = Type.getArgumentTypes(descriptor);
    boolean hasReceiver =
        handle.getTag() == Opcodes.H_INVOKEVIRTUAL || handle.getTag() == Opcodes.H_INVOKEINTERFACE;
    return hasReceiver && kept.length > 0 ? Optional.of(kept[0]) : Optional.empty();
  }

  private Object[] throughOurs(String descriptor, Handle bootstrap, Object... arguments) {
    Object[] ours = arguments.clone();
    if (bootstrap.getOwner().equals(LAMBDAS)) {
      for (int i = 0; i < ours.length; i++) {
        if (ours[i] instanceof Handle number
            && EscapingNumbers.mayBeGiven(number.getName(), number.getDesc())) {
          numberShows(number.getOwner(), number.getName());
        }
        if (ours[i] instanceof Handle handle && isCallToForeign(handle)) {
          ours[i] = bridges.reference(MethodCall.of(handle), receiver(handle, descriptor), sites);
        }
      }
    }
    return ours;
  }

  private boolean isCallToForeign(Handle handle) {
    return (handle.getTag() == Opcodes.H_INVOKEVIRTUAL
            || handle.getTag() == Opcodes.H_INVOKEINTERFACE
            || handle.getTag() == Opcodes.H_INVOKESTATIC
            || handle.getTag() == Opcodes.H_NEWINVOKESPECIAL)
        && isForeign(handle.getOwner(), handle.getName(), handle.getDesc());
  }

  private boolean isForeign(String owner, String name, String descriptor) {
    return name.equals("<init>") ? isForeign(owner) : !isDeclaredByUs(owner, name + descriptor);
  }

  private void hook(String owner, String name, String descriptor) {
    super.visitMethodInsn(Opcodes.INVOKESTATIC, owner, name, descriptor, false);
  }
}
