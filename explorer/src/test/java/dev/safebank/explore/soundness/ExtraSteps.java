package dev.safebank.explore.soundness;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Inserts a write to a volatile field that nobody reads before each line of source. That is a step
 * that synchronizes with nothing, so it adds no outcome and no race. Lines inside loops are left
 * alone, since a round that writes is no longer one in vain; so are constructors before they have
 * called another.
 */
final class ExtraSteps {

  private static final String FIELD = "$extra";

  private ExtraSteps() {}

  /**
   * Inserts steps.
   *
   * @param owner internal name of the class that has the field
   * @param isOwner whether that is this class
   */
  static byte[] insert(byte[] classFile, String owner, boolean isOwner) {
    ClassNode type = new ClassNode();
    new ClassReader(classFile).accept(type, 0);
    type.methods.forEach(method -> insert(method, owner));
    if (isOwner) {
      int access = Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC | Opcodes.ACC_VOLATILE;
      type.fields.add(new FieldNode(access, FIELD, "I", null, null));
    }
    ClassWriter writer = new ClassWriter(0);
    type.accept(writer);
    return writer.toByteArray();
  }

  private static void insert(MethodNode method, String owner) {
    if (method.name.equals("<clinit>")) {
      return;
    }
    AbstractInsnNode from = method.name.equals("<init>") ? otherConstructor(method) : null;
    boolean on = from == null;
    Set<AbstractInsnNode> loops = loops(method.instructions);
    for (AbstractInsnNode at : method.instructions.toArray()) {
      if (at instanceof LineNumberNode && on && !loops.contains(at)) {
        method.instructions.insert(afterFrame(at), step(owner));
      }
      on |= at == from;
    }
    method.maxStack++;
  }

  /** A frame belongs to the instruction that follows, and stays with the label before it. */
  private static AbstractInsnNode afterFrame(AbstractInsnNode line) {
    AbstractInsnNode next = line.getNext();
    return next != null && next.getType() == AbstractInsnNode.FRAME ? next : line;
  }

  private static InsnList step(String owner) {
    InsnList step = new InsnList();
    step.add(new InsnNode(Opcodes.ICONST_1));
    step.add(new FieldInsnNode(Opcodes.PUTSTATIC, owner, FIELD, "I"));
    return step;
  }

  private static AbstractInsnNode otherConstructor(MethodNode method) {
    AbstractInsnNode last = null;
    for (AbstractInsnNode at : method.instructions) {
      if (at instanceof MethodInsnNode call
          && call.name.equals("<init>")
          && at.getOpcode() == Opcodes.INVOKESPECIAL
          && last == null) {
        last = at;
      }
    }
    return last;
  }

  private static Set<AbstractInsnNode> loops(InsnList instructions) {
    Set<AbstractInsnNode> loops = new HashSet<>();
    List<AbstractInsnNode> all = new ArrayList<>(List.of(instructions.toArray()));
    for (AbstractInsnNode at : all) {
      if (at instanceof JumpInsnNode jump && all.indexOf(jump.label) < all.indexOf(at)) {
        loops.addAll(all.subList(all.indexOf(jump.label), all.indexOf(at)));
      }
    }
    return loops;
  }
}
