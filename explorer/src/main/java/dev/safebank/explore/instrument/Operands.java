package dev.safebank.explore.instrument;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** The parameters of a static method, and its return. */
final class Operands {

  private final MethodVisitor method;
  private final Type[] types;
  private final int[] slots;
  private final Type returnType;

  Operands(MethodVisitor method, String descriptor) {
    this.method = method;
    this.types = Type.getArgumentTypes(descriptor);
    this.returnType = Type.getReturnType(descriptor);
    this.slots = new int[types.length + 1];
    for (int i = 0; i < types.length; i++) {
      slots[i + 1] = slots[i] + types[i].getSize();
    }
  }

  void load(int parameter) {
    method.visitVarInsn(types[parameter].getOpcode(Opcodes.ILOAD), slots[parameter]);
  }

  void loadLast() {
    load(types.length - 1);
  }

  void loadAllButLast() {
    for (int i = 0; i < types.length - 1; i++) {
      load(i);
    }
  }

  void loadAll() {
    for (int i = 0; i < types.length; i++) {
      load(i);
    }
  }

  void end() {
    method.visitInsn(returnType.getOpcode(Opcodes.IRETURN));
  }

  int count() {
    return types.length;
  }

  Type type(int parameter) {
    return types[parameter];
  }

  /** The first slot that is free for a local variable. */
  int free() {
    return slots[types.length];
  }

  /** The types of the parameters, and more local variables, as a stack map frame has them. */
  Object[] frame(Object... more) {
    Object[] frame = new Object[types.length + more.length];
    for (int i = 0; i < types.length; i++) {
      frame[i] = inFrame(types[i]);
    }
    System.arraycopy(more, 0, frame, types.length, more.length);
    return frame;
  }

  /** A type as a stack map frame has it. */
  static Object inFrame(Type type) {
    return switch (type.getSort()) {
      case Type.BOOLEAN, Type.BYTE, Type.CHAR, Type.SHORT, Type.INT -> Opcodes.INTEGER;
      case Type.LONG -> Opcodes.LONG;
      case Type.FLOAT -> Opcodes.FLOAT;
      case Type.DOUBLE -> Opcodes.DOUBLE;
      default -> type.getInternalName();
    };
  }
}
