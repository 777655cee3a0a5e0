package dev.safebank.explore.instrument;

import dev.safebank.explore.boundary.Effect;
import dev.safebank.explore.hook.boundary.BoundaryCall;
import dev.safebank.explore.hook.boundary.BoundaryHooks;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Writes the hook method for a call into code that is not instrumented: it calls a hook before the
 * call, and another one when the call has returned or thrown.
 */
final class ForeignCallWriter {

  static final String HOOKS = Type.getInternalName(BoundaryHooks.class);
  private static final String CALL = Type.getInternalName(BoundaryCall.class);
  private static final String OBJECTS = "[Ljava/lang/Object;";

  /** How the descriptor of a bridge to a call begins that may take an index of a list. */
  private static final String OF_LIST = "(Ljava/util/List;I";

  private ForeignCallWriter() {}

  /**
   * Writes a bridge.
   *
   * @param type descriptor of the bridge: the call's operands, and the number of its site
   * @param call makes the call with the operands on the stack
   */
  static void write(MethodVisitor method, String type, Effect effect, HookMethods.Body call) {
    Operands stack = new Operands(method, type);
    int operands = stack.free();
    pushOperands(method, stack, type.contains("[") || type.startsWith(OF_LIST));
    method.visitVarInsn(Opcodes.ASTORE, operands);
    method.visitVarInsn(Opcodes.ALOAD, operands);
    stack.loadLast();
    hook(method, "begin", "(" + OBJECTS + "I)L" + CALL + ";");
    around(method, stack, operands, call, () -> {
      if (effect.derives() && Type.getReturnType(type).getSort() >= Type.ARRAY) {
        method.visitInsn(Opcodes.DUP);
        method.visitVarInsn(Opcodes.ALOAD, operands);
        stack.loadLast();
        hook(method, "result", "(Ljava/lang/Object;" + OBJECTS + "I)V");
      }
    });
  }

  /** Writes a bridge for what a record does with all its components. */
  static void writeRecordMethod(MethodVisitor method, String type, HookMethods.Body call) {
    Operands stack = new Operands(method, type);
    int unused = stack.free();
    method.visitInsn(Opcodes.ACONST_NULL);
    method.visitTypeInsn(Opcodes.CHECKCAST, OBJECTS);
    method.visitVarInsn(Opcodes.ASTORE, unused);
    stack.load(0);
    if (stack.count() > 2) {
      stack.load(1);
    } else {
      method.visitInsn(Opcodes.ACONST_NULL);
    }
    stack.loadLast();
    hook(method, "record", "(Ljava/lang/Object;Ljava/lang/Object;I)L" + CALL + ";");
    around(method, stack, unused, call, () -> {});
  }

  private static void around(
      MethodVisitor method, Operands stack, int operands, HookMethods.Body call, Runnable after) {
    int open = operands + 1;
    method.visitVarInsn(Opcodes.ASTORE, open);
    Label start = new Label();
    Label end = new Label();
    Label handler = new Label();
    method.visitTryCatchBlock(start, end, handler, null);
    method.visitLabel(start);
    stack.loadAllButLast();
    call.write(method);
    method.visitLabel(end);
    end(method, open);
    after.run();
    stack.end();
    method.visitLabel(handler);
    Object[] locals = stack.frame(OBJECTS, CALL);
    method.visitFrame(
        Opcodes.F_NEW, locals.length, locals, 1, new Object[] {"java/lang/Throwable"});
    end(method, open);
    method.visitInsn(Opcodes.ATHROW);
  }

  private static void end(MethodVisitor method, int open) {
    method.visitVarInsn(Opcodes.ALOAD, open);
    hook(method, "end", "(L" + CALL + ";)V");
  }

  /**
   * Leaves an array of the operands on the stack, with null for those that are primitive.
   *
   * @param withNumbers whether those that are of type int, and may be indexes, are boxed instead
   */
  private static void pushOperands(MethodVisitor method, Operands stack, boolean withNumbers) {
    int count = stack.count() - 1;
    method.visitLdcInsn(count);
    method.visitTypeInsn(Opcodes.ANEWARRAY, "java/lang/Object");
    for (int i = 0; i < count; i++) {
      boolean isNumber = withNumbers && stack.type(i).getSort() == Type.INT;
      if (isNumber || stack.type(i).getSort() >= Type.ARRAY) {
        method.visitInsn(Opcodes.DUP);
        method.visitLdcInsn(i);
        stack.load(i);
        if (isNumber) {
          Boxing.box(method, stack.type(i));
        }
        method.visitInsn(Opcodes.AASTORE);
      }
    }
  }

  /** Writes a bridge that takes a constructor's arguments, and returns them, boxed. */
  static void writeConstructor(MethodVisitor method, String type) {
    Operands stack = new Operands(method, type);
    pushOperands(method, stack, true);
    stack.loadLast();
    hook(method, "construct", "(" + OBJECTS + "I)" + OBJECTS);
    for (int i = 0; i < stack.count() - 1; i++) {
      if (stack.type(i).getSort() < Type.ARRAY && stack.type(i).getSort() != Type.INT) {
        method.visitInsn(Opcodes.DUP);
        method.visitLdcInsn(i);
        stack.load(i);
        Boxing.box(method, stack.type(i));
        method.visitInsn(Opcodes.AASTORE);
      }
    }
    stack.end();
  }

  /** Puts a constructor's arguments back on the stack from the array on top of it. */
  static void unpack(MethodVisitor method, Type... types) {
    for (int i = 0; i < types.length; i++) {
      method.visitInsn(Opcodes.DUP);
      method.visitLdcInsn(i);
      method.visitInsn(Opcodes.AALOAD);
      Boxing.unbox(method, types[i]);
      if (types[i].getSize() == 2) {
        method.visitInsn(Opcodes.DUP2_X1);
        method.visitInsn(Opcodes.POP2);
      } else {
        method.visitInsn(Opcodes.SWAP);
      }
    }
    method.visitInsn(Opcodes.POP);
  }

  static void hook(MethodVisitor method, String name, String descriptor) {
    method.visitMethodInsn(Opcodes.INVOKESTATIC, HOOKS, name, descriptor, false);
  }
}
