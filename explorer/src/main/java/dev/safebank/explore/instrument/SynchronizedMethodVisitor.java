package dev.safebank.explore.instrument;

import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Makes the body of a {@code synchronized} method enter and leave the monitor itself. */
final class SynchronizedMethodVisitor extends MethodVisitor {

  private final String owner;
  private final boolean isStatic;
  private final String descriptor;
  private final SiteFactory sites;
  private final Label start = new Label();

  SynchronizedMethodVisitor(
      MethodVisitor next, String owner, int access, String descriptor, SiteFactory sites) {
    super(Opcodes.ASM9, next);
    this.owner = owner;
    this.isStatic = (access & Opcodes.ACC_STATIC) != 0;
    this.descriptor = descriptor;
    this.sites = sites;
  }

  @Override
  public void visitCode() {
    super.visitCode();
    monitor("enter");
    super.visitLabel(start);
  }

  @Override
  public void visitInsn(int opcode) {
    if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
      monitor("exit");
    }
    super.visitInsn(opcode);
  }

  @Override
  public void visitMaxs(int maxStack, int maxLocals) {
    Label end = new Label();
    super.visitLabel(end);
    super.visitTryCatchBlock(start, end, end, null);
    Object[] locals = locals();
    super.visitFrame(Opcodes.F_NEW, locals.length, locals, 1, new Object[] {"java/lang/Throwable"});
    monitor("exit");
    super.visitInsn(Opcodes.ATHROW);
    super.visitMaxs(maxStack, maxLocals);
  }

  private void monitor(String what) {
    if (isStatic) {
      super.visitLdcInsn(Type.getObjectType(owner));
    } else {
      super.visitVarInsn(Opcodes.ALOAD, 0);
    }
    super.visitLdcInsn(sites.place("monitor").id());
    super.visitMethodInsn(
        Opcodes.INVOKESTATIC, HookMethods.MONITORS, what, "(Ljava/lang/Object;I)V", false);
  }

  private Object[] locals() {
    Type[] parameters = Type.getArgumentTypes(descriptor);
    Object[] locals = new Object[parameters.length + (isStatic ? 0 : 1)];
    int next = 0;
    if (!isStatic) {
      locals[next++] = owner;
    }
    for (Type parameter : parameters) {
      locals[next++] = Operands.inFrame(parameter);
    }
    return locals;
  }
}
