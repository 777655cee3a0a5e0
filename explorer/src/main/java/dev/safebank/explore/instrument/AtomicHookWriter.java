package dev.safebank.explore.instrument;

import dev.safebank.explore.hook.AtomicHooks;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Writes the hook method for a call to an atomic: it calls the hook, makes the call, and reports
 * the result.
 */
final class AtomicHookWriter {

  private static final String ATOMICS = Type.getInternalName(AtomicHooks.class);

  private static final String PAIRS =
      "java/util/concurrent/atomic/Atomic(Markable|Stamped)Reference";

  private AtomicHookWriter() {}

  static void write(MethodVisitor method, String type, MethodCall call, AtomicCall atomic) {
    Operands stack = new Operands(method, type);
    ask(method, stack, atomic);
    if (atomic.use() == AtomicHooks.Use.WEAK_COMPARE) {
      Label goOn = new Label();
      method.visitJumpInsn(Opcodes.IFEQ, goOn);
      method.visitInsn(Opcodes.ICONST_0);
      method.visitInsn(Opcodes.IRETURN);
      method.visitLabel(goOn);
      method.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
    } else {
      method.visitInsn(Opcodes.POP);
    }
    compare(method, stack, call, atomic);
    stack.loadAllButLast();
    call.make(method);
    if (atomic.use() == AtomicHooks.Use.EXCHANGE) {
      tellExchange(method, stack);
    } else if (atomic.use().tells()) {
      method.visitInsn(Opcodes.DUP);
      method.visitMethodInsn(Opcodes.INVOKESTATIC, ATOMICS, "compared", "(Z)V", false);
    }
    stack.end();
  }

  /** A comparison of references shows their identity. */
  private static void compare(
      MethodVisitor method, Operands stack, MethodCall call, AtomicCall atomic) {
    boolean compares = atomic.use() == AtomicHooks.Use.COMPARE
        || atomic.use() == AtomicHooks.Use.WEAK_COMPARE
        || call.name().startsWith("compareAndExchange");
    boolean ofPair = call.name().endsWith("CompareAndSet") || call.name().equals("compareAndSet");
    int expected = ofPair && call.owner().matches(PAIRS) ? 1 : stack.count() - 3;
    if (!compares || expected < 1 || stack.type(expected).getSort() < Type.ARRAY) {
      return;
    }
    stack.load(0);
    boolean hasCoordinates = atomic.addressing() == AtomicCall.Addressing.VAR_HANDLE;
    if (hasCoordinates) {
      coordinates(method, stack);
    } else {
      if (atomic.addressing() == AtomicCall.Addressing.UPDATER) {
        stack.load(1);
      } else {
        method.visitInsn(Opcodes.ACONST_NULL);
      }
      if (atomic.addressing() == AtomicCall.Addressing.ELEMENT) {
        stack.load(1);
      } else {
        method.visitInsn(Opcodes.ICONST_M1);
      }
    }
    stack.load(expected);
    stack.loadLast();
    method.visitMethodInsn(
        Opcodes.INVOKESTATIC,
        HookMethods.IDENTITY,
        "compareAndSet",
        "(Ljava/lang/Object;Ljava/lang/Object;ILjava/lang/Object;I)V",
        false);
  }

  /** The result and the argument, which is the last operand before the site. */
  private static void tellExchange(MethodVisitor method, Operands stack) {
    int last = stack.count() - 2;
    Type type = stack.type(last);
    method.visitInsn(type.getSize() == 2 ? Opcodes.DUP2 : Opcodes.DUP);
    stack.load(last);
    String told = switch (type.getSort()) {
      case Type.LONG -> "J";
      case Type.ARRAY, Type.OBJECT -> "Ljava/lang/Object;";
      default -> "I";
    };
    method.visitMethodInsn(
        Opcodes.INVOKESTATIC, ATOMICS, "exchanged", "(" + told + told + ")V", false);
  }

  private static void ask(MethodVisitor method, Operands stack, AtomicCall atomic) {
    stack.load(0);
    String hook = switch (atomic.addressing()) {
      case OBJECT -> "object";
      case ELEMENT -> {
        stack.load(1);
        yield "element";
      }
      case UPDATER -> {
        stack.load(1);
        yield "updater";
      }
      case VAR_HANDLE -> {
        coordinates(method, stack);
        yield "varHandle";
      }
    };
    String operands = switch (atomic.addressing()) {
      case OBJECT -> "Ljava/lang/Object;";
      case ELEMENT -> "Ljava/lang/Object;I";
      case UPDATER -> "Ljava/lang/Object;Ljava/lang/Object;";
      case VAR_HANDLE -> "Ljava/lang/invoke/VarHandle;Ljava/lang/Object;I";
    };
    stack.loadLast();
    method.visitLdcInsn(atomic.use().code());
    method.visitMethodInsn(Opcodes.INVOKESTATIC, ATOMICS, hook, "(" + operands + "II)Z", false);
  }

  /** Whether an argument of this type is converted to an index (JLS 5.3). */
  private static boolean isIndex(Type type) {
    return type.getSort() >= Type.CHAR && type.getSort() <= Type.INT;
  }

  /**
   * The operands that may be the coordinates of a handle's variable: only the handle itself knows.
   */
  private static void coordinates(MethodVisitor method, Operands stack) {
    boolean first = stack.count() > 2 && stack.type(1).getSort() >= Type.ARRAY;
    if (first) {
      stack.load(1);
    } else {
      method.visitInsn(Opcodes.ACONST_NULL);
    }
    if (first && stack.count() > 3 && isIndex(stack.type(2))) {
      stack.load(2);
    } else {
      method.visitInsn(Opcodes.ICONST_M1);
    }
  }
}
