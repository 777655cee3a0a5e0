package dev.safebank.stress.explore.instrument;

import dev.safebank.stress.explore.engine.Steps;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Small static methods added to a class, each standing in for one kind of instruction: it tells the
 * engine, then does what the instruction did. In the class itself, they may access what it may.
 */
final class Bridges {

  static final String STEPS = Type.getInternalName(Steps.class);

  private final ClassFacts facts;
  private final Map<String, Bridge> bridges = new LinkedHashMap<>();
  private final List<Reference> references = new ArrayList<>();

  Bridges(ClassFacts facts) {
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

  private record Reference(Bridge bridge, int line) {}

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
      method.visitMethodInsn(Opcodes.INVOKESTATIC, STEPS, hook, "(Ljava/lang/Object;I)V", false);
      stack.loadAllButLast();
      method.visitFieldInsn(opcode, owner, name, descriptor);
      stack.end();
    });
  }

  Bridge atomic(MethodCall call, AtomicCall atomic) {
    String type = withSite(call);
    return bridge(call.toString(), type, method -> AtomicBody.write(method, type, call, atomic));
  }

  Bridge collection(MethodCall call, CollectionCall collection) {
    String type = withSite(call);
    return bridge(
        call.toString(), type, method -> CollectionBody.write(method, type, call, collection));
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
          "dev/safebank/stress/explore/engine/Updaters",
          "created",
          "(Ljava/lang/Object;Ljava/lang/Class;Ljava/lang/String;)V",
          false);
      stack.end();
    });
  }

  /** What a method reference leads to: a method that makes the call, to be instrumented itself. */
  Handle reference(MethodCall call, int line) {
    String type = Type.getMethodDescriptor(call.returnType(), call.operands());
    String name = "$safebank$reference$" + references.size();
    Bridge bridge = new Bridge(facts.name(), name, type, isInterface(), method -> {
      Operands stack = new Operands(method, type);
      stack.loadAll();
      call.make(method);
      stack.end();
    });
    references.add(new Reference(bridge, line));
    return new Handle(Opcodes.H_INVOKESTATIC, facts.name(), name, type, isInterface());
  }

  private static String withSite(MethodCall call) {
    Type[] operands = call.operands();
    Type[] all = java.util.Arrays.copyOf(operands, operands.length + 1);
    all[operands.length] = Type.INT_TYPE;
    return Type.getMethodDescriptor(call.returnType(), all);
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
      sites.line(reference.line());
      MethodVisitor method = start(target, reference.bridge());
      write(new StepInstrumenter(method, sites, this), reference.bridge());
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
