package dev.safebank.explore.classfile;

import java.util.ArrayList;
import java.util.Comparator;
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
 * @param variables the local variables that can have another value from round to round
 * @param isKnown whether these are all that a round carries over to the next one within the method
 * @param storesNothing whether it assigns no local variable at all
 */
public record Loop(
    int head, int end, List<Variable> variables, boolean isKnown, boolean storesNothing) {

  /**
   * A local variable that may change from round to round.
   *
   * @param load opcode that loads it
   */
  public record Variable(int slot, int load) {}

  /** The loops of one method, by position of their heads. */
  public record Heads(Map<Integer, Loop> loops) {

    public static final Heads NONE = new Heads(Map.of());

    public boolean isEmpty() {
      return loops.isEmpty();
    }

    /** The innermost loop around a position. */
    public Optional<Loop> around(int label) {
      return loops.values().stream()
          .filter(loop -> loop.head() < label && label <= loop.end())
          .max(Comparator.comparingInt(Loop::head));
    }

    public Optional<Loop> at(int label) {
      return Optional.ofNullable(loops.get(label));
    }
  }

  /** All loops of a class, by name and descriptor of their methods. */
  public static Map<String, Heads> find(byte[] classFile) {
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

    /** By position of jump targets. */
    private final Map<Integer, Frame> frames = new HashMap<>();

    /** By position of a loop's head, the position of its last jump back. */
    private final Map<Integer, Integer> ends = new HashMap<>();

    private int labels;

    private Finder(Heads heads) {
      super(Opcodes.ASM9);
      this.heads = heads;
    }

    /**
     * What a method holds at a jump target.
     *
     * @param isAll whether there is nothing but these variables, and this
     */
    private record Frame(List<Variable> alive, boolean isAll) {
      private static final Frame UNKNOWN = new Frame(List.of(), false);
    }

    private record Store(int position, int variable) {}

    @Override
    public void visitLabel(Label label) {
      positions.put(label, labels++);
    }

    @Override
    public void visitFrame(int type, int count, Object[] locals, int onStack, Object[] stack) {
      List<Variable> alive = new ArrayList<>();
      int slot = 0;
      for (int i = 0; i < count; i++) {
        int load = load(locals[i]);
        if (load != Opcodes.NOP) {
          alive.add(new Variable(slot, load));
        }
        slot += load == Opcodes.LLOAD || load == Opcodes.DLOAD ? 2 : 1;
      }
      frames.put(labels - 1, new Frame(alive, onStack == 0));
    }

    private static int load(Object type) {
      if (type instanceof String) {
        return Opcodes.ALOAD;
      }
      if (type == Opcodes.INTEGER) {
        return Opcodes.ILOAD;
      }
      if (type == Opcodes.LONG) {
        return Opcodes.LLOAD;
      }
      if (type == Opcodes.FLOAT) {
        return Opcodes.FLOAD;
      }
      return type == Opcodes.DOUBLE ? Opcodes.DLOAD : Opcodes.NOP;
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
      jump(target);
    }

    @Override
    public void visitTableSwitchInsn(int min, int max, Label otherwise, Label... labelled) {
      jump(otherwise);
      List.of(labelled).forEach(this::jump);
    }

    @Override
    public void visitLookupSwitchInsn(Label otherwise, int[] keys, Label[] labelled) {
      jump(otherwise);
      List.of(labelled).forEach(this::jump);
    }

    private void jump(Label target) {
      Integer head = positions.get(target);
      if (head != null) {
        ends.put(head, labels);
      }
    }

    /** All stores are known now, also those behind the jumps back. */
    @Override
    public void visitEnd() {
      ends.forEach((head, end) -> {
        Frame frame = frames.getOrDefault(head, Frame.UNKNOWN);
        List<Variable> variables = frame.alive.stream()
            .filter(variable -> stores.stream()
                .anyMatch(store -> store.position() > head && store.variable() == variable.slot()))
            .toList();
        heads
            .loops()
            .put(head, new Loop(head, end, variables, frame.isAll, storesNothing(head, end)));
      });
    }

    private boolean storesNothing(int head, int end) {
      return stores.stream().noneMatch(store -> store.position() > head && store.position() <= end);
    }
  }
}
