package dev.safebank.explore.instrument;

import dev.safebank.explore.classfile.ClassHierarchy;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.SourceInterpreter;
import org.objectweb.asm.tree.analysis.SourceValue;

/**
 * Finds numbers that are chance and may show: stamps of a {@code StampedLock}, and the time that
 * {@code Condition.awaitNanos} says is left. Of a stamp the Javadoc says only whether it is zero,
 * and of a time whether it is greater than zero; so a number that goes anywhere else than into
 * local variables, private fields that are used in the same way, such a comparison, or back to
 * where it is from, is chance. A time may be the limit of any call in {@code java.util.concurrent}.
 */
final class EscapingNumbers {

  private static final String STAMPED_LOCK = "java/util/concurrent/locks/StampedLock";
  private static final String CONDITION = "java/util/concurrent/locks/Condition";

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

  private static final String AWAIT_NANOS = "awaitNanos";
  private static final String CONCURRENT = "java/util/concurrent/";
  private static final String TIME_LIMIT = "JLjava/util/concurrent/TimeUnit;)";

  private EscapingNumbers() {}

  /** Whether a call of this name may return a stamp, or the time that is left. */
  static boolean mayBeGiven(String name, String descriptor) {
    return descriptor.endsWith(")J") && (GIVE_STAMPS.contains(name) || name.equals(AWAIT_NANOS));
  }

  /** Whether a call to an object of these classes gives such a number, if its name says so. */
  static boolean isGivenBy(Set<String> lineage, String name) {
    return lineage.contains(name.equals(AWAIT_NANOS) ? CONDITION : STAMPED_LOCK);
  }

  /**
   * For each method with such calls, by name and descriptor: which of them, in the order in which
   * they are written, give a number that escapes.
   */
  static Map<String, BitSet> find(byte[] classFile, ClassHierarchy hierarchy) {
    Map<String, BitSet> found = new HashMap<>();
    String constants = constants(classFile);
    if (GIVE_STAMPS.stream().noneMatch(constants::contains) && !constants.contains(AWAIT_NANOS)) {
      return found;
    }
    ClassNode type = node(classFile);
    NumberFlow flow = new NumberFlow(type.name, PrivateFields.ofLongs(type, hierarchy));
    for (MethodNode method : type.methods) {
      boolean overrides = type.superName.equals(STAMPED_LOCK)
          && type.interfaces.isEmpty()
          && mayBeGiven(method.name, method.desc);
      flow.follow(method, overrides);
    }
    for (MethodNode method : type.methods) {
      found.put(method.name + method.desc, flow.escaping(method));
    }
    return found;
  }

  static String constants(byte[] classFile) {
    return new String(classFile, StandardCharsets.ISO_8859_1);
  }

  static ClassNode node(byte[] classFile) {
    ClassNode type = new ClassNode();
    new ClassReader(classFile).accept(type, ClassReader.SKIP_DEBUG);
    return type;
  }

  /** Where the numbers of a class go: the results of calls, and what is read from its fields. */
  private static final class NumberFlow {

    private final String owner;
    private final Set<String> fields;
    private final Set<AbstractInsnNode> escaping = new HashSet<>();
    private final Map<AbstractInsnNode, Set<String>> into = new HashMap<>();

    /** @param fields names of the fields that may keep numbers */
    private NumberFlow(String owner, Set<String> fields) {
      this.owner = owner;
      this.fields = fields;
    }

    private void follow(MethodNode method, boolean mayReturn) {
      try {
        new Analyzer<>(new Uses(this, mayReturn)).analyze(owner, method);
      } catch (AnalyzerException cannotTell) {
        method.instructions.forEach(escaping::add);
      }
    }

    /** Which of a method's calls that give numbers give one that escapes. */
    private BitSet escaping(MethodNode method) {
      Set<String> shown = shownFields();
      BitSet calls = new BitSet();
      int index = 0;
      for (AbstractInsnNode instruction : method.instructions) {
        if (instruction instanceof MethodInsnNode call && mayBeGiven(call.name, call.desc)) {
          calls.set(index++, shows(instruction, shown));
        }
      }
      return calls;
    }

    private boolean shows(AbstractInsnNode source, Set<String> shownFields) {
      return escaping.contains(source)
          || !Collections.disjoint(into.getOrDefault(source, Set.of()), shownFields);
    }

    /** The fields of which a value that is read may show, or reach another such field. */
    private Set<String> shownFields() {
      Set<String> shown = new HashSet<>();
      boolean more = true;
      while (more) {
        more = false;
        for (AbstractInsnNode source : sources()) {
          if (source instanceof FieldInsnNode read && shows(source, shown)) {
            more |= shown.add(read.name);
          }
        }
      }
      return shown;
    }

    private Set<AbstractInsnNode> sources() {
      Set<AbstractInsnNode> sources = new HashSet<>(escaping);
      sources.addAll(into.keySet());
      return sources;
    }

    private void escapes(SourceValue value) {
      escaping.addAll(value.insns);
    }

    /** Notes that a value is written to a field; false if that is none that may keep numbers. */
    private boolean keeps(AbstractInsnNode write, SourceValue value) {
      if (write instanceof FieldInsnNode field
          && field.owner.equals(owner)
          && fields.contains(field.name)) {
        value.insns.forEach(
            source -> into.computeIfAbsent(source, none -> new HashSet<>()).add(field.name));
        return true;
      }
      return false;
    }
  }

  /** Follows values through local variables, and notes what becomes of them. */
  private static final class Uses extends SourceInterpreter {

    /** Jumps after a comparison with zero that tell only whether a number is zero. */
    private static final Set<Integer> EQUALITY = Set.of(Opcodes.IFEQ, Opcodes.IFNE);

    /** Jumps after a comparison of a number with zero that tell only whether it is positive. */
    private static final Set<Integer> ZERO_TESTS = Set.of(Opcodes.IFGT, Opcodes.IFLE);

    /** Jumps after a comparison of zero with a number that do. */
    private static final Set<Integer> TESTS_OF_ZERO = Set.of(Opcodes.IFLT, Opcodes.IFGE);

    private final NumberFlow flow;
    private final boolean mayReturn;

    /** @param mayReturn whether who calls the method is known to be given a number */
    private Uses(NumberFlow flow, boolean mayReturn) {
      super(Opcodes.ASM9);
      this.flow = flow;
      this.mayReturn = mayReturn;
    }

    @Override
    public SourceValue copyOperation(AbstractInsnNode instruction, SourceValue value) {
      return value;
    }

    @Override
    public SourceValue unaryOperation(AbstractInsnNode instruction, SourceValue value) {
      boolean isKept =
          instruction.getOpcode() == Opcodes.PUTSTATIC && flow.keeps(instruction, value);
      if (!isKept && instruction.getOpcode() != Opcodes.LRETURN) {
        flow.escapes(value);
      }
      return super.unaryOperation(instruction, value);
    }

    @Override
    public SourceValue binaryOperation(
        AbstractInsnNode instruction, SourceValue left, SourceValue right) {
      if (instruction.getOpcode() == Opcodes.PUTFIELD && flow.keeps(instruction, right)) {
        return super.binaryOperation(instruction, left, right);
      }
      if (instruction.getOpcode() == Opcodes.LCMP) {
        comparedWith(left, right, ZERO_TESTS, instruction);
        comparedWith(right, left, TESTS_OF_ZERO, instruction);
      } else {
        flow.escapes(left);
        flow.escapes(right);
      }
      return super.binaryOperation(instruction, left, right);
    }

    /**
     * A number is compared.
     *
     * @param tests of the comparison that tell a positive number from others
     */
    private void comparedWith(
        SourceValue value, SourceValue other, Set<Integer> tests, AbstractInsnNode comparison) {
      AbstractInsnNode next = comparison.getNext();
      Set<Integer> harmless = isTime(value) ? tests : EQUALITY;
      boolean withZero =
          other.insns.stream().allMatch(from -> from.getOpcode() == Opcodes.LCONST_0);
      if (!withZero || next == null || !harmless.contains(next.getOpcode())) {
        flow.escapes(value);
      }
    }

    private static boolean isTime(SourceValue value) {
      return value.insns.stream()
          .anyMatch(from -> from instanceof MethodInsnNode call && call.name.equals(AWAIT_NANOS));
    }

    @Override
    public SourceValue ternaryOperation(
        AbstractInsnNode instruction, SourceValue array, SourceValue index, SourceValue value) {
      flow.escapes(value);
      return super.ternaryOperation(instruction, array, index, value);
    }

    @Override
    public SourceValue naryOperation(
        AbstractInsnNode instruction, List<? extends SourceValue> values) {
      for (SourceValue value : values) {
        if (!isTaken(instruction, isTime(value))) {
          flow.escapes(value);
        }
      }
      return super.naryOperation(instruction, values);
    }

    private static boolean isTaken(AbstractInsnNode instruction, boolean isTime) {
      if (!(instruction instanceof MethodInsnNode call)) {
        return false;
      }
      return isTime
          ? call.name.equals(AWAIT_NANOS)
              || (call.owner.startsWith(CONCURRENT) && call.desc.contains(TIME_LIMIT))
          : TAKE_STAMPS.contains(call.name);
    }

    @Override
    public void returnOperation(
        AbstractInsnNode instruction, SourceValue value, SourceValue expected) {
      if (!mayReturn) {
        flow.escapes(value);
      }
    }
  }
}
