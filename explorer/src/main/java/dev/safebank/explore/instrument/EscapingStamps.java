package dev.safebank.explore.instrument;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.SourceInterpreter;
import org.objectweb.asm.tree.analysis.SourceValue;

/**
 * Finds the stamps of a {@code StampedLock} whose number may show. Its Javadoc says of a stamp only
 * whether it is zero; so a number that goes anywhere else than into local variables, back to a
 * {@code StampedLock}, or into a comparison with zero is chance.
 */
final class EscapingStamps {

  static final String STAMPED_LOCK = "java/util/concurrent/locks/StampedLock";

  private static final Set<String> GIVE_STAMPS = Set.of(
      "writeLock",
      "readLock",
      "tryWriteLock",
      "tryReadLock",
      "writeLockInterruptibly",
      "readLockInterruptibly",
      "tryOptimisticRead",
      "tryConvertToWriteLock",
      "tryConvertToReadLock",
      "tryConvertToOptimisticRead");

  private static final Set<String> TAKE_STAMPS = Set.of(
      "unlock",
      "unlockRead",
      "unlockWrite",
      "validate",
      "tryConvertToWriteLock",
      "tryConvertToReadLock",
      "tryConvertToOptimisticRead",
      "isLockStamp",
      "isReadLockStamp",
      "isWriteLockStamp",
      "isOptimisticReadStamp");

  private EscapingStamps() {}

  /** Whether a call of this name may return a stamp. */
  static boolean mayBeStamp(String name, String descriptor) {
    return descriptor.endsWith(")J") && GIVE_STAMPS.contains(name);
  }

  /**
   * For each method with such calls, by name and descriptor: which of them, in the order in which
   * they are written, give a stamp that escapes.
   */
  static Map<String, BitSet> find(byte[] classFile) {
    String constants = new String(classFile, StandardCharsets.ISO_8859_1);
    Map<String, BitSet> found = new HashMap<>();
    if (GIVE_STAMPS.stream().noneMatch(constants::contains)) {
      return found;
    }
    ClassNode type = new ClassNode();
    new ClassReader(classFile).accept(type, ClassReader.SKIP_DEBUG);
    for (MethodNode method : type.methods) {
      Map<AbstractInsnNode, Integer> calls = calls(method);
      if (!calls.isEmpty()) {
        boolean overrides = type.superName.equals(STAMPED_LOCK)
            && type.interfaces.isEmpty()
            && mayBeStamp(method.name, method.desc);
        found.put(method.name + method.desc, escaping(type.name, method, calls, overrides));
      }
    }
    return found;
  }

  private static Map<AbstractInsnNode, Integer> calls(MethodNode method) {
    Map<AbstractInsnNode, Integer> calls = new HashMap<>();
    for (AbstractInsnNode instruction : method.instructions) {
      if (instruction instanceof MethodInsnNode call && mayBeStamp(call.name, call.desc)) {
        calls.put(call, calls.size());
      }
    }
    return calls;
  }

  private static BitSet escaping(
      String owner, MethodNode method, Map<AbstractInsnNode, Integer> calls, boolean overrides) {
    BitSet escaping = new BitSet();
    try {
      new Analyzer<>(new Uses(calls, escaping, overrides)).analyze(owner, method);
    } catch (AnalyzerException cannotTell) {
      escaping.set(0, calls.size());
    }
    return escaping;
  }

  /** Follows values through local variables, and notes what becomes of stamps. */
  private static final class Uses extends SourceInterpreter {

    private final Map<AbstractInsnNode, Integer> calls;
    private final BitSet escaping;
    private final boolean mayReturn;

    /** @param mayReturn whether who calls the method is known to be given a stamp */
    private Uses(Map<AbstractInsnNode, Integer> calls, BitSet escaping, boolean mayReturn) {
      super(Opcodes.ASM9);
      this.mayReturn = mayReturn;
      this.calls = calls;
      this.escaping = escaping;
    }

    private void escapes(SourceValue value) {
      value.insns.stream()
          .filter(calls::containsKey)
          .forEach(call -> escaping.set(calls.get(call)));
    }

    @Override
    public SourceValue copyOperation(AbstractInsnNode instruction, SourceValue value) {
      return value;
    }

    @Override
    public SourceValue unaryOperation(AbstractInsnNode instruction, SourceValue value) {
      if (instruction.getOpcode() != Opcodes.LRETURN) {
        escapes(value);
      }
      return super.unaryOperation(instruction, value);
    }

    @Override
    public SourceValue binaryOperation(
        AbstractInsnNode instruction, SourceValue left, SourceValue right) {
      if (instruction.getOpcode() != Opcodes.LCMP || !isTestedForZero(instruction)) {
        escapes(left);
        escapes(right);
      } else {
        comparedWith(left, right);
        comparedWith(right, left);
      }
      return super.binaryOperation(instruction, left, right);
    }

    private void comparedWith(SourceValue value, SourceValue other) {
      if (!other.insns.stream().allMatch(from -> from.getOpcode() == Opcodes.LCONST_0)) {
        escapes(value);
      }
    }

    private static boolean isTestedForZero(AbstractInsnNode comparison) {
      AbstractInsnNode next = comparison.getNext();
      return next != null && (next.getOpcode() == Opcodes.IFEQ || next.getOpcode() == Opcodes.IFNE);
    }

    @Override
    public SourceValue ternaryOperation(
        AbstractInsnNode instruction, SourceValue array, SourceValue index, SourceValue value) {
      escapes(value);
      return super.ternaryOperation(instruction, array, index, value);
    }

    @Override
    public SourceValue naryOperation(
        AbstractInsnNode instruction, List<? extends SourceValue> values) {
      boolean back = instruction instanceof MethodInsnNode call && TAKE_STAMPS.contains(call.name);
      if (!back) {
        values.forEach(this::escapes);
      }
      return super.naryOperation(instruction, values);
    }

    @Override
    public void returnOperation(
        AbstractInsnNode instruction, SourceValue value, SourceValue expected) {
      if (!mayReturn) {
        escapes(value);
      }
    }
  }
}
