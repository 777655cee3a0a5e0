package dev.safebank.explore.instrument;

import java.util.HashMap;
import java.util.Map;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Where in the source a class's methods begin. */
final class MethodSurvey {

  private MethodSurvey() {}

  /** The first line of each method with code, by name and descriptor. */
  static Map<String, Integer> firstLines(byte[] classFile) {
    Map<String, Integer> lines = new HashMap<>();
    ClassVisitor survey = new ClassVisitor(Opcodes.ASM9) {
      @Override
      public MethodVisitor visitMethod(
          int access, String name, String descriptor, String signature, String[] exceptions) {
        return new MethodVisitor(Opcodes.ASM9) {
          @Override
          public void visitLineNumber(int line, Label start) {
            lines.putIfAbsent(name + descriptor, line);
          }
        };
      }
    };
    new ClassReader(classFile).accept(survey, ClassReader.SKIP_FRAMES);
    return lines;
  }
}
