package dev.safebank.explore.instrument;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The body of a static initialiser that only makes constants, and runs once for all executions: it
 * is no step, and its objects do not count as created in the execution that happens to run it.
 */
final class StaticInitializerVisitor extends MethodVisitor {

  StaticInitializerVisitor(MethodVisitor next) {
    super(Opcodes.ASM9, next);
  }

  @Override
  public void visitCode() {
    super.visitCode();
    super.visitMethodInsn(Opcodes.INVOKESTATIC, HookMethods.EXECUTION, "enterAtomic", "()V", false);
  }

  @Override
  public void visitInsn(int opcode) {
    if (opcode == Opcodes.RETURN) {
      super.visitMethodInsn(
          Opcodes.INVOKESTATIC, HookMethods.EXECUTION, "exitAtomic", "()V", false);
    }
    super.visitInsn(opcode);
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String descriptor, boolean isInterface) {
    if (owner.equals(HookMethods.EXECUTION) && name.equals("created")) {
      super.visitInsn(Opcodes.POP);
    } else {
      super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
    }
  }
}
