package dev.safebank.stress.explore.instrument;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The body of a static initialiser, which is one step as a whole. */
final class QuietBody extends MethodVisitor {

  QuietBody(MethodVisitor next) {
    super(Opcodes.ASM9, next);
  }

  @Override
  public void visitCode() {
    super.visitCode();
    super.visitMethodInsn(Opcodes.INVOKESTATIC, Bridges.STEPS, "quietly", "()V", false);
  }

  @Override
  public void visitInsn(int opcode) {
    if (opcode == Opcodes.RETURN) {
      super.visitMethodInsn(Opcodes.INVOKESTATIC, Bridges.STEPS, "aloud", "()V", false);
    }
    super.visitInsn(opcode);
  }
}
