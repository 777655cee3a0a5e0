package dev.safebank.explore.instrument;

import dev.safebank.explore.boundary.Effect;
import dev.safebank.explore.classfile.ClassFacts;
import dev.safebank.explore.hook.ExecutionHooks;
import dev.safebank.explore.hook.FieldHooks;
import dev.safebank.explore.hook.FieldUpdaterHooks;
import dev.safebank.explore.hook.LoopHooks;
import dev.safebank.explore.hook.MonitorHooks;
import dev.safebank.explore.hook.boundary.CloneHooks;
import dev.safebank.explore.hook.boundary.IdentityHooks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * The static methods added to an instrumented class, one for each kind of instruction: each calls a
 * hook, then does what the instruction did. Being in the class itself, they have its access rights.
 */
final class HookMethods {

  static final String FIELDS = Type.getInternalName(FieldHooks.class);
  static final String MONITORS = Type.getInternalName(MonitorHooks.class);
  static final String LOOPS = Type.getInternalName(LoopHooks.class);
  static final String IDENTITY = Type.getInternalName(IdentityHooks.class);
  static final String EXECUTION = Type.getInternalName(ExecutionHooks.class);

  private final ClassFacts facts;
  private final Map<String, Bridge> bridges = new LinkedHashMap<>();
  private final List<Reference> references = new ArrayList<>();

  HookMethods(ClassFacts facts) {
    this.facts = facts;
  }

  /**
   * A static method of the class.
   *
   * @param body writes its instructions
   */
  record Bridge(String owner, String name, String descriptor, boolean inInterface, Body body) {

    void call(MethodVisitor method) {
      method.visitMethodInsn(Opcodes.INVOKESTATIC, owner, name, descriptor, inInterface);
    }
  }

  /** Writes a bridge's instructions. */
  interface Body {
    void write(MethodVisitor method);
  }

  private record Reference(Bridge bridge, String method, int line) {}

  Bridge field(int opcode, String owner, String name, String descriptor) {
    boolean isStatic = opcode == Opcodes.GETSTATIC || opcode == Opcodes.PUTSTATIC;
    boolean isRead = opcode == Opcodes.GETFIELD || opcode == Opcodes.GETSTATIC;
    String operands = (isStatic ? "" : "L" + owner + ";") + (isRead ? "" : descriptor);
    String type = "(" + operands + "I)" + (isRead ? descriptor : "V");
    return bridge(opcode + " " + owner + "." + name, type, method -> {
      Operands stack = new Operands(method, type);
      if (isStatic) {
        method.visitInsn(Opcodes.ACONST_NULL);
      } else {
        stack.load(0);
      }
      stack.loadLast();
      String hook = isRead ? "read" : "write";
      method.visitMethodInsn(Opcodes.INVOKESTATIC, FIELDS, hook, "(Ljava/lang/Object;I)V", false);
      stack.loadAllButLast();
      method.visitFieldInsn(opcode, owner, name, descriptor);
      stack.end();
    });
  }

  Bridge atomic(MethodCall call, AtomicCall atomic) {
    String type = withSite(call);
    return bridge(
        call.toString(), type, method -> AtomicHookWriter.write(method, type, call, atomic));
  }

  /** A call into code that is not instrumented. */
  Bridge foreign(MethodCall call, Effect effect) {
    String type = withSite(call);
    return bridge(
        call.toString(), type, method -> ForeignCallWriter.write(method, type, effect, call::make));
  }

  /**
   * Checks the arguments of a constructor that is not instrumented, and returns them in an array.
   */
  Bridge construction(MethodCall call) {
    String type = Type.getMethodDescriptor(
        Type.getType(Object[].class), plusSite(Type.getArgumentTypes(call.descriptor())));
    return bridge(
        call.toString(), type, method -> ForeignCallWriter.writeConstructor(method, type));
  }

  /** A call that is substituted, unless the program overrides the method. */
  Bridge substitute(MethodCall call, Substitutions.StandIn standIn) {
    String type = withSite(call);
    return bridge(call.toString(), type, method -> {
      Operands stack = new Operands(method, type);
      stack.load(0);
      stack.loadLast();
      ForeignCallWriter.hook(method, "isOverridden", "(Ljava/lang/Object;I)Z");
      Label stands = new Label();
      method.visitJumpInsn(Opcodes.IFEQ, stands);
      stack.loadAllButLast();
      call.make(method);
      stack.end();
      method.visitLabel(stands);
      method.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
      stack.loadAll();
      method.visitMethodInsn(
          Opcodes.INVOKESTATIC, standIn.owner(), standIn.name(), standIn.descriptor(), false);
      stack.end();
    });
  }

  /** A string concatenation, whose operands become strings one after the other. */
  Bridge concatenation(String name, String descriptor, Handle bootstrap, Object... arguments) {
    String type = Type.getMethodDescriptor(
        Type.getReturnType(descriptor), plusSite(Type.getArgumentTypes(descriptor)));
    return newBridge(type, method -> {
      Operands stack = new Operands(method, type);
      Type[] texts = Type.getArgumentTypes(descriptor);
      for (int i = 0; i < texts.length; i++) {
        stack.load(i);
        if (texts[i].getSort() >= Type.ARRAY) {
          texts[i] = Type.getType(String.class);
          stack.loadLast();
          ForeignCallWriter.hook(method, "text", "(Ljava/lang/Object;I)Ljava/lang/String;");
        }
      }
      String ofTexts = Type.getMethodDescriptor(Type.getReturnType(descriptor), texts);
      method.visitInvokeDynamicInsn(name, ofTexts, bootstrap, arguments);
      stack.end();
    });
  }

  /** A record's method that reads all its components. */
  Bridge ofRecord(String name, String descriptor, Handle bootstrap, Object... arguments) {
    String type = Type.getMethodDescriptor(
        Type.getReturnType(descriptor), plusSite(Type.getArgumentTypes(descriptor)));
    return newBridge(
        type,
        method -> ForeignCallWriter.writeRecordMethod(
            method,
            type,
            inner -> inner.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments)));
  }

  /** {@code super.clone()}, which copies all fields. */
  Bridge fieldCopy(MethodCall call) {
    String type = withSite(call);
    return bridge(call.toString(), type, method -> {
      Operands stack = new Operands(method, type);
      String hooks = Type.getInternalName(CloneHooks.class);
      int values = stack.free();
      stack.load(0);
      stack.loadLast();
      method.visitMethodInsn(
          Opcodes.INVOKESTATIC, hooks, "read", "(Ljava/lang/Object;I)[Ljava/lang/Object;", false);
      method.visitVarInsn(Opcodes.ASTORE, values);
      stack.loadAllButLast();
      call.make(method);
      method.visitVarInsn(Opcodes.ALOAD, values);
      method.visitMethodInsn(
          Opcodes.INVOKESTATIC,
          hooks,
          "copied",
          "(Ljava/lang/Object;[Ljava/lang/Object;)Ljava/lang/Object;",
          false);
      stack.end();
    });
  }

  /** A field updater's creation, which only its own class may ask for. */
  Bridge updater(MethodCall call) {
    return bridge(call.toString(), call.descriptor(), method -> {
      Operands stack = new Operands(method, call.descriptor());
      stack.loadAll();
      call.make(method);
      method.visitInsn(Opcodes.DUP);
      stack.load(0);
      stack.loadLast();
      method.visitMethodInsn(
          Opcodes.INVOKESTATIC,
          Type.getInternalName(FieldUpdaterHooks.class),
          "created",
          "(Ljava/lang/Object;Ljava/lang/Class;Ljava/lang/String;)V",
          false);
      stack.end();
    });
  }

  /**
   * What a method reference leads to: a method that makes the call, to be instrumented itself.
   *
   * @param receiver the type of the receiver, if the reference keeps one
   */
  Handle reference(MethodCall call, Optional<Type> receiver, SiteFactory from) {
    boolean creates = call.name().equals("<init>");
    Type result = creates ? Type.getObjectType(call.owner()) : call.returnType();
    Type[] operands = creates ? Type.getArgumentTypes(call.descriptor()) : call.operands();
    receiver.ifPresent(kept -> operands[0] = kept);
    String type = Type.getMethodDescriptor(result, operands);
    String name = "$safebank$reference$" + references.size();
    Bridge bridge = new Bridge(facts.name(), name, type, isInterface(), method -> {
      Operands stack = new Operands(method, type);
      if (creates) {
        method.visitTypeInsn(Opcodes.NEW, call.owner());
        method.visitInsn(Opcodes.DUP);
      }
      stack.loadAll();
      call.make(method);
      stack.end();
    });
    references.add(new Reference(bridge, from.currentMethod(), from.currentLine()));
    return new Handle(Opcodes.H_INVOKESTATIC, facts.name(), name, type, isInterface());
  }

  private String withSite(MethodCall call) {
    Type[] operands = call.operands();
    if (call.opcode() == Opcodes.INVOKESPECIAL) {
      operands[0] = Type.getObjectType(facts.name());
    }
    return Type.getMethodDescriptor(call.returnType(), plusSite(operands));
  }

  private static Type[] plusSite(Type... operands) {
    Type[] all = Arrays.copyOf(operands, operands.length + 1);
    all[operands.length] = Type.INT_TYPE;
    return all;
  }

  private Bridge newBridge(String descriptor, Body body) {
    return bridge("#" + bridges.size(), descriptor, body);
  }

  private Bridge bridge(String key, String descriptor, Body body) {
    return bridges.computeIfAbsent(
        key,
        k -> new Bridge(
            facts.name(), "$safebank$" + bridges.size(), descriptor, isInterface(), body));
  }

  private boolean isInterface() {
    return (facts.access() & Opcodes.ACC_INTERFACE) != 0;
  }

  /** Adds all bridges to the class. */
  void write(ClassVisitor target, SiteFactory sites) {
    for (Reference reference : references) {
      sites.method(reference.method());
      sites.line(reference.line());
      MethodVisitor method = start(target, reference.bridge());
      String descriptor = reference.bridge().descriptor();
      write(new StepInstrumenter(method, sites, this, descriptor, false), reference.bridge());
    }
    for (Bridge bridge : bridges.values()) {
      write(start(target, bridge), bridge);
    }
  }

  private static MethodVisitor start(ClassVisitor target, Bridge bridge) {
    int access = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC;
    return target.visitMethod(access, bridge.name(), bridge.descriptor(), null, null);
  }

  private static void write(MethodVisitor method, Bridge bridge) {
    method.visitCode();
    bridge.body().write(method);
    method.visitMaxs(0, 0);
    method.visitEnd();
  }
}
