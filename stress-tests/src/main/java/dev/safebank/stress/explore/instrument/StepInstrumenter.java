package dev.safebank.stress.explore.instrument;

import dev.safebank.stress.explore.engine.ArraySteps;
import dev.safebank.stress.explore.engine.Mode;
import dev.safebank.stress.explore.engine.SystemCalls;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Rewrites a method's instructions that other threads can feel. */
final class StepInstrumenter extends MethodVisitor {

  private static final String ARRAY_STEPS = Type.getInternalName(ArraySteps.class);
  private static final String SYSTEM_CALLS = Type.getInternalName(SystemCalls.class);

  /** Classes of the JDK whose methods leave nothing behind, in themselves or elsewhere. */
  private static final Set<String> STATELESS = Set.of(
      "java/lang/Boolean",
      "java/lang/Integer",
      "java/lang/Long",
      "java/lang/Math",
      "java/lang/String",
      "java/util/Objects");

  private final SiteFactory sites;
  private final Bridges bridges;
  private final Deque<String> beingCreated = new ArrayDeque<>();

  StepInstrumenter(MethodVisitor next, SiteFactory sites, Bridges bridges) {
    super(Opcodes.ASM9, next);
    this.sites = sites;
    this.bridges = bridges;
  }

  @Override
  public void visitLineNumber(int line, Label start) {
    sites.line(line);
    super.visitLineNumber(line, start);
  }

  @Override
  public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
    Optional<Site> site = sites.field(owner, name);
    if (site.isEmpty()) {
      super.visitFieldInsn(opcode, owner, name, descriptor);
      return;
    }
    super.visitLdcInsn(site.get().id());
    bridges.field(opcode, owner, name, descriptor).call(mv);
  }

  @Override
  public void visitInsn(int opcode) {
    if (opcode >= Opcodes.IALOAD && opcode <= Opcodes.SALOAD) {
      super.visitInsn(Opcodes.DUP2);
      super.visitLdcInsn(sites.place("").id());
      steps("readElement", "(Ljava/lang/Object;II)V");
      super.visitInsn(opcode);
    } else if (opcode >= Opcodes.IASTORE && opcode <= Opcodes.SASTORE) {
      super.visitLdcInsn(sites.place("").id());
      boolean bytes = opcode == Opcodes.BASTORE;
      super.visitMethodInsn(
          Opcodes.INVOKESTATIC, ARRAY_STEPS, bytes ? "storeByte" : "store", store(opcode), false);
    } else if (opcode == Opcodes.MONITORENTER || opcode == Opcodes.MONITOREXIT) {
      super.visitLdcInsn(sites.place("monitor").id());
      boolean enter = opcode == Opcodes.MONITORENTER;
      steps(enter ? "monitorEnter" : "monitorExit", "(Ljava/lang/Object;I)V");
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
  public void visitTypeInsn(int opcode, String type) {
    if (opcode == Opcodes.NEW) {
      beingCreated.push(type);
    }
    super.visitTypeInsn(opcode, type);
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String descriptor, boolean isInterface) {
    if (name.equals("<init>")) {
      constructor(opcode, owner, descriptor);
    } else if (Territory.isWatchdog(owner) && descriptor.endsWith(")V")) {
      leaveOut(new MethodCall(opcode, owner, name, descriptor, isInterface));
    } else if (owner.startsWith("[") && name.equals("clone")) {
      super.visitLdcInsn(sites.place("clone").id());
      super.visitMethodInsn(
          Opcodes.INVOKESTATIC,
          SYSTEM_CALLS,
          "cloneArray",
          "(Ljava/lang/Object;I)Ljava/lang/Object;",
          false);
    } else if (isDeclaredByUs(owner, name + descriptor) || owner.startsWith("[")) {
      if (!Territory.isOurs(owner) && !owner.equals(Bridges.STEPS)) {
        steps("remembers", "()V");
      }
      super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
    } else {
      foreign(new MethodCall(opcode, owner, name, descriptor, isInterface));
    }
  }

  private void constructor(int opcode, String owner, String descriptor) {
    if (Uncontrolled.is(owner, "<init>", descriptor)) {
      uncontrolled(owner, "<init>");
    }
    super.visitMethodInsn(opcode, owner, "<init>", descriptor, false);
    if (owner.equals(beingCreated.peek())) {
      beingCreated.pop();
      super.visitInsn(Opcodes.DUP);
      steps("created", "(Ljava/lang/Object;)V");
    }
  }

  /** Nobody waits for ever unnoticed here: the watchdog need not start its rounds. */
  private void leaveOut(MethodCall call) {
    Type[] operands = call.operands();
    for (int i = operands.length - 1; i >= 0; i--) {
      super.visitInsn(operands[i].getSize() == 2 ? Opcodes.POP2 : Opcodes.POP);
    }
  }

  private boolean isDeclaredByUs(String owner, String nameAndDescriptor) {
    return !Territory.isOurs(owner)
        ? owner.startsWith("dev/safebank/")
        : sites
            .hierarchy()
            .declaringMethod(owner, nameAndDescriptor)
            .map(declaring -> Territory.isOurs(declaring.name()))
            .orElse(false);
  }

  /** A call to the JDK. */
  private void foreign(MethodCall call) {
    Set<String> lineage = sites.hierarchy().lineage(call.owner());
    Optional<StandIns.StandIn> standIn = StandIns.of(lineage, call.name(), call.descriptor());
    if (standIn.isPresent()) {
      super.visitLdcInsn(sites.call(call.owner(), call.name(), Mode.VOLATILE).id());
      StandIns.StandIn stand = standIn.get();
      super.visitMethodInsn(
          Opcodes.INVOKESTATIC, stand.owner(), stand.name(), stand.descriptor(), false);
      return;
    }
    Optional<AtomicCall> atomic = lineage.stream()
        .flatMap(owner -> AtomicCall.of(owner, call.name(), call.descriptor()).stream())
        .findFirst();
    Optional<CollectionCall> collection =
        CollectionCall.of(lineage, call.owner(), call.name(), call.descriptor());
    if (call.opcode() != Opcodes.INVOKESPECIAL && atomic.isPresent() && !call.isStatic()) {
      Site site = sites.call(call.owner(), call.name(), atomic.get().mode());
      super.visitLdcInsn(site.id());
      bridges.atomic(call, atomic.get()).call(mv);
    } else if (call.opcode() != Opcodes.INVOKESPECIAL
        && collection.isPresent()
        && !call.isStatic()) {
      super.visitLdcInsn(sites.call(call.owner(), call.name(), Mode.PLAIN).id());
      bridges.collection(call, collection.get()).call(mv);
    } else if (call.name().equals("newUpdater")) {
      bridges.updater(call).call(mv);
    } else {
      plain(call);
    }
  }

  private void plain(MethodCall call) {
    if (call.owner().equals("java/lang/invoke/VarHandle") && call.name().endsWith("Fence")) {
      super.visitLdcInsn(sites.call(call.owner(), call.name(), Mode.PLAIN).id());
      steps("relaxed", "(I)V");
    } else if (Uncontrolled.is(call.owner(), call.name(), call.descriptor())) {
      uncontrolled(call.owner(), call.name());
    }
    if (!STATELESS.contains(call.owner())) {
      steps("remembers", "()V");
    }
    call.make(mv);
  }

  private void uncontrolled(String owner, String name) {
    super.visitLdcInsn(sites.call(owner, name, Mode.PLAIN).id());
    steps("uncontrolled", "(I)V");
  }

  /** A method reference to the JDK goes through a method of our own, which is instrumented. */
  @Override
  public void visitInvokeDynamicInsn(
      String name, String descriptor, Handle bootstrap, Object... arguments) {
    Object[] ours = arguments.clone();
    if (bootstrap.getOwner().equals("java/lang/invoke/LambdaMetafactory")) {
      for (int i = 0; i < ours.length; i++) {
        if (ours[i] instanceof Handle handle && isCallToForeign(handle)) {
          ours[i] = bridges.reference(MethodCall.of(handle), sites.currentLine());
        }
      }
    }
    super.visitInvokeDynamicInsn(name, descriptor, bootstrap, ours);
  }

  private boolean isCallToForeign(Handle handle) {
    return (handle.getTag() == Opcodes.H_INVOKEVIRTUAL
            || handle.getTag() == Opcodes.H_INVOKEINTERFACE
            || handle.getTag() == Opcodes.H_INVOKESTATIC)
        && !isDeclaredByUs(handle.getOwner(), handle.getName() + handle.getDesc());
  }

  private void steps(String name, String descriptor) {
    super.visitMethodInsn(Opcodes.INVOKESTATIC, Bridges.STEPS, name, descriptor, false);
  }
}
