package dev.safebank.stress.explore.instrument;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * A loop in a method: where jumps back lead to, and where the last of them is. Positions count the
 * labels of the method.
 */
record Loop(int head, int end) {

  /** The loops of one method, by position of their heads. */
  record Heads(Map<Integer, Integer> ends) {

    static final Heads NONE = new Heads(Map.of());

    boolean isEmpty() {
      return ends.isEmpty();
    }

    Optional<Loop> at(int label) {
      return Optional.ofNullable(ends.get(label)).map(end -> new Loop(label, end));
    }
  }

  /** All loops of a class, by name and descriptor of their methods. */
  static Map<String, Heads> find(byte[] classFile) {
    Map<String, Heads> loops = new HashMap<>();
    ClassVisitor finder = new ClassVisitor(Opcodes.ASM9) {
      @Override
      public MethodVisitor visitMethod(
          int access, String name, String descriptor, String signature, String[] exceptions) {
        Heads heads = new Heads(new HashMap<>());
        loops.put(name + descriptor, heads);
        return new JumpFinder(heads);
      }
    };
    new ClassReader(classFile).accept(finder, ClassReader.EXPAND_FRAMES);
    return loops;
  }

  private static final class JumpFinder extends MethodVisitor {
    private final Heads heads;
    private final IdentityHashMap<Label, Integer> positions = new IdentityHashMap<>();
    private int labels;

    private JumpFinder(Heads heads) {
      super(Opcodes.ASM9);
      this.heads = heads;
    }

    @Override
    public void visitLabel(Label label) {
      positions.put(label, labels++);
    }

    @Override
    public void visitJumpInsn(int opcode, Label target) {
      Integer position = positions.get(target);
      if (position != null) {
        heads.ends().merge(position, labels, Math::max);
      }
    }
  }
}
