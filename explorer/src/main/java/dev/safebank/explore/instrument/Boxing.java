package dev.safebank.explore.instrument;

import java.util.Map;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Instructions that box and unbox values (JLS 5.1.7, 5.1.8). */
final class Boxing {

  private static final Map<Integer, String> BOXES = Map.of(
      Type.BOOLEAN, "Boolean",
      Type.CHAR, "Character",
      Type.BYTE, "Byte",
      Type.SHORT, "Short",
      Type.INT, "Integer",
      Type.FLOAT, "Float",
      Type.LONG, "Long",
      Type.DOUBLE, "Double");

  private Boxing() {}

  static void box(MethodVisitor method, Type type) {
    String box = "java/lang/" + BOXES.get(type.getSort());
    method.visitMethodInsn(
        Opcodes.INVOKESTATIC, box, "valueOf", "(" + type.getDescriptor() + ")L" + box + ";", false);
  }

  /** Casts the object on the stack to a type, or unboxes it. */
  static void unbox(MethodVisitor method, Type type) {
    if (type.getSort() >= Type.ARRAY) {
      method.visitTypeInsn(Opcodes.CHECKCAST, type.getInternalName());
      return;
    }
    String box = "java/lang/" + BOXES.get(type.getSort());
    method.visitTypeInsn(Opcodes.CHECKCAST, box);
    method.visitMethodInsn(
        Opcodes.INVOKEVIRTUAL,
        box,
        type.getClassName() + "Value",
        "()" + type.getDescriptor(),
        false);
  }
}
