package dev.safebank.stress.explore.instrument;

import dev.safebank.stress.explore.engine.Calls;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** The bridge for a call to a collection: one step around it, however it ends. */
final class CollectionBody {

  private static final String CALLS = Type.getInternalName(Calls.class);

  private CollectionBody() {}

  static void write(MethodVisitor method, String type, MethodCall call, CollectionCall collection) {
    Operands stack = new Operands(method, type);
    int oneStep = stack.free();
    stack.load(0);
    method.visitInsn(collection.reads() ? Opcodes.ICONST_1 : Opcodes.ICONST_0);
    stack.loadLast();
    method.visitMethodInsn(Opcodes.INVOKESTATIC, CALLS, "begin", "(Ljava/lang/Object;II)Z", false);
    method.visitVarInsn(Opcodes.ISTORE, oneStep);
    Label start = new Label();
    Label end = new Label();
    method.visitTryCatchBlock(start, end, end, null);
    method.visitLabel(start);
    stack.loadAllButLast();
    call.make(method);
    end(method, oneStep);
    if (collection.view()) {
      method.visitInsn(Opcodes.DUP);
      stack.load(0);
      method.visitInsn(Opcodes.SWAP);
      method.visitMethodInsn(
          Opcodes.INVOKESTATIC, CALLS, "view", "(Ljava/lang/Object;Ljava/lang/Object;)V", false);
    }
    stack.end();
    method.visitLabel(end);
    Object[] locals = stack.frame(Opcodes.INTEGER);
    method.visitFrame(
        Opcodes.F_NEW, locals.length, locals, 1, new Object[] {"java/lang/Throwable"});
    end(method, oneStep);
    method.visitInsn(Opcodes.ATHROW);
  }

  private static void end(MethodVisitor method, int oneStep) {
    method.visitVarInsn(Opcodes.ILOAD, oneStep);
    method.visitMethodInsn(Opcodes.INVOKESTATIC, CALLS, "end", "(Z)V", false);
  }
}
