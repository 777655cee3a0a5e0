package dev.safebank.explore.soundness;

import java.util.concurrent.ThreadLocalRandom;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Pauses of random length before whatever another thread might feel. */
public final class Pauses {

  private static final int ONE_IN = 6;
  private static final long MOST_NANOS = 60_000;

  private Pauses() {}

  /** Called by rewritten programs: sometimes spins for a while. */
  public static void maybe() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    if (random.nextInt(ONE_IN) == 0) {
      long end = System.nanoTime() + random.nextLong(MOST_NANOS);
      while (System.nanoTime() < end) {
        Thread.onSpinWait();
      }
    }
  }

  static byte[] insert(byte[] classFile) {
    ClassNode type = new ClassNode();
    new ClassReader(classFile).accept(type, 0);
    type.methods.forEach(Pauses::insert);
    ClassWriter writer = new ClassWriter(0);
    type.accept(writer);
    return writer.toByteArray();
  }

  private static void insert(MethodNode method) {
    for (AbstractInsnNode at : method.instructions.toArray()) {
      if (isFelt(at)) {
        String owner = Pauses.class.getName().replace('.', '/');
        method.instructions.insertBefore(
            at, new MethodInsnNode(Opcodes.INVOKESTATIC, owner, "maybe", "()V"));
      }
    }
  }

  private static boolean isFelt(AbstractInsnNode at) {
    int opcode = at.getOpcode();
    return (opcode >= Opcodes.GETSTATIC && opcode <= Opcodes.INVOKEINTERFACE)
        || (opcode >= Opcodes.IALOAD && opcode <= Opcodes.SALOAD)
        || (opcode >= Opcodes.IASTORE && opcode <= Opcodes.SASTORE)
        || opcode == Opcodes.MONITORENTER
        || opcode == Opcodes.MONITOREXIT;
  }
}
