package dev.safebank.explore.instrument;

import dev.safebank.explore.hook.ClassHooks;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * A constructor or static method of a class that is initialised in every execution: it initialises
 * the class first. (Instrumented code does so before the call; reflection and method handles do
 * not.)
 */
final class MethodEntryVisitor extends MethodVisitor {

  static final String CLASSES = Type.getInternalName(ClassHooks.class);

  private final int number;
  private final int site;

  MethodEntryVisitor(MethodVisitor next, int number, int site) {
    super(Opcodes.ASM9, next);
    this.number = number;
    this.site = site;
  }

  @Override
  public void visitCode() {
    super.visitCode();
    super.visitLdcInsn(number);
    super.visitLdcInsn(site);
    super.visitMethodInsn(Opcodes.INVOKESTATIC, CLASSES, "use", "(II)V", false);
  }
}
