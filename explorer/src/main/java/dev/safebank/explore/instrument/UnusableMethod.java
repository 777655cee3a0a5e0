package dev.safebank.explore.instrument;

import dev.safebank.explore.site.Site;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * A method whose instrumented code is larger than the JVM allows: to call it ends the execution.
 */
final class UnusableMethod {

  private UnusableMethod() {}

  static void write(MethodVisitor method, Site site) {
    method.visitCode();
    method.visitLdcInsn(site.id());
    method.visitMethodInsn(
        Opcodes.INVOKESTATIC, MethodEntryVisitor.CLASSES, "tooLarge", "(I)V", false);
    method.visitInsn(Opcodes.ACONST_NULL);
    method.visitInsn(Opcodes.ATHROW);
    method.visitMaxs(0, 0);
    method.visitEnd();
  }
}
