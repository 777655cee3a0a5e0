package dev.safebank.stress.explore.instrument;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
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
 *
 * @param forgets whether no local variable carries anything over from one round to the next, so
 *     that a round can only do what an earlier one did, unless what it looks at elsewhere has
 *     changed
 */
record Loop(int head, int end, boolean forgets) {

  /** The loops of one method, by position of their heads. */
  record Heads(Map<Integer, Loop> loops) {

    static final Heads NONE = new Heads(Map.of());

    boolean isEmpty() {
      return loops.isEmpty();
    }

    Optional<Loop> at(int label) {
      return Optional.ofNullable(loops.get(label));
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
        return new Finder(heads);
      }
    };
    new ClassReader(classFile).accept(finder, ClassReader.EXPAND_FRAMES);
    return loops;
  }

  private static final class Finder extends MethodVisitor {
    private final Heads heads;
    private final IdentityHashMap<Label, Integer> positions = new IdentityHashMap<>();
    private final List<Store> stores = new ArrayList<>();

    /** By position of jump targets: the local variables that have a value there. */
    private final Map<Integer, BitSet> variables = new HashMap<>();

    private int labels;

    private Finder(Heads heads) {
      super(Opcodes.ASM9);
      this.heads = heads;
    }

    private record Store(int position, int variable) {}

    @Override
    public void visitLabel(Label label) {
      positions.put(label, labels++);
    }

    @Override
    public void visitFrame(int type, int count, Object[] locals, int onStack, Object[] stack) {
      BitSet alive = new BitSet();
      int slot = 0;
      for (int i = 0; i < count; i++) {
        alive.set(slot, locals[i] != Opcodes.TOP);
        slot += locals[i] == Opcodes.LONG || locals[i] == Opcodes.DOUBLE ? 2 : 1;
      }
      if (onStack == 0) {
        variables.put(labels - 1, alive);
      }
    }

    @Override
    public void visitVarInsn(int opcode, int variable) {
      if (opcode >= Opcodes.ISTORE && opcode <= Opcodes.ASTORE) {
        stores.add(new Store(labels, variable));
      }
    }

    @Override
    public void visitIincInsn(int variable, int increment) {
      stores.add(new Store(labels, variable));
    }

    @Override
    public void visitJumpInsn(int opcode, Label target) {
      Integer head = positions.get(target);
      if (head != null) {
        heads.loops().put(head, new Loop(head, labels, forgets(head)));
      }
    }

    private boolean forgets(int head) {
      BitSet alive = variables.get(head);
      return alive != null
          && stores.stream()
              .noneMatch(store -> store.position() > head && alive.get(store.variable()));
    }
  }
}
