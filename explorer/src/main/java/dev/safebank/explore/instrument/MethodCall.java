package dev.safebank.explore.instrument;

import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** An instruction that calls a method. */
record MethodCall(int opcode, String owner, String name, String descriptor, boolean isInterface) {

  /** The call that a method handle makes. */
  static MethodCall of(Handle handle) {
    int opcode = switch (handle.getTag()) {
      case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
      case Opcodes.H_INVOKEINTERFACE -> Opcodes.INVOKEINTERFACE;
      case Opcodes.H_INVOKESPECIAL, Opcodes.H_NEWINVOKESPECIAL -> Opcodes.INVOKESPECIAL;
      default -> Opcodes.INVOKEVIRTUAL;
    };
    return new MethodCall(
        opcode, handle.getOwner(), handle.getName(), handle.getDesc(), handle.isInterface());
  }

  boolean isStatic() {
    return opcode == Opcodes.INVOKESTATIC;
  }

  void make(MethodVisitor method) {
    method.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
  }

  Type returnType() {
    return Type.getReturnType(descriptor);
  }

  /** What it takes from the stack: the receiver, if there is one, and the arguments. */
  Type[] operands() {
    Type[] arguments = Type.getArgumentTypes(descriptor);
    if (isStatic()) {
      return arguments;
    }
    Type[] operands = new Type[arguments.length + 1];
    operands[0] = Type.getObjectType(owner);
    System.arraycopy(arguments, 0, operands, 1, arguments.length);
    return operands;
  }
}
