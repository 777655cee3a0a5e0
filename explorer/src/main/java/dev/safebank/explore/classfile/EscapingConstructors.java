package dev.safebank.explore.classfile;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.BasicInterpreter;
import org.objectweb.asm.tree.analysis.BasicValue;

/**
 * Finds the classes whose constructors may let {@code this} escape.
 *
 * <p>A final field is frozen at the end of the constructor that sets it, and a thread that gets the
 * reference after that sees the value (JLS 17.5): such fields are no steps. But if the constructor,
 * or a superclass's before it, stores {@code this} somewhere or passes it on, others may read the
 * field before it is set. Then it is a plain field like any other. To what happens-before orders,
 * that makes no difference; and where others get the reference in a race, the outcomes are not
 * proved anyway.
 */
public final class EscapingConstructors {

  private static final String CONSTRUCTOR = "<init>";

  private final ClassHierarchy hierarchy;
  private final InstrumentationScope scope;
  private final Map<String, Boolean> known = new HashMap<>();

  public EscapingConstructors(ClassHierarchy hierarchy, InstrumentationScope scope) {
    this.hierarchy = hierarchy;
    this.scope = scope;
  }

  /** Whether an object may be seen by others before this class's constructor is over. */
  public boolean mayEscape(String internalName) {
    if (!scope.isOurs(internalName)) {
      return !internalName.startsWith("java/");
    }
    Boolean answer = known.get(internalName);
    if (answer == null) {
      answer = hierarchy
          .facts(internalName)
          .flatMap(ClassFacts::superclass)
          .map(superclass -> mayEscape(superclass) || escapesItself(internalName))
          .orElse(false);
      known.put(internalName, answer);
    }
    return answer;
  }

  private boolean escapesItself(String internalName) {
    ClassNode type = new ClassNode();
    new ClassReader(hierarchy.classFile(internalName).orElseThrow())
        .accept(type, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return type.methods.stream()
        .filter(method -> method.name.equals(CONSTRUCTOR))
        .anyMatch(constructor -> new Flow(type, new HashSet<>()).escapes(constructor, only(0)));
  }

  private static BitSet only(int variable) {
    BitSet variables = new BitSet();
    variables.set(variable);
    return variables;
  }

  /** Follows the object through a constructor and the methods of the class that it calls. */
  private static final class Flow extends BasicInterpreter {

    /** The object under construction, or perhaps another. */
    private static final BasicValue SELF = new BasicValue(Type.getObjectType("java/lang/Object")) {
      @Override
      public boolean equals(Object other) {
        return this == other;
      }

      @Override
      public int hashCode() {
        return System.identityHashCode(this);
      }
    };

    private final ClassNode type;
    private final Set<String> path;
    private BitSet itself = new BitSet();
    private boolean escapes;

    private Flow(ClassNode type, Set<String> path) {
      super(Opcodes.ASM9);
      this.type = type;
      this.path = path;
    }

    /**
     * Whether it escapes from a method.
     *
     * @param variables those of the method's parameters that hold it
     */
    private boolean escapes(MethodNode method, BitSet variables) {
      itself = variables;
      if ((method.access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) != 0) {
        return true;
      }
      if (path.add(method.name + method.desc + variables)) {
        try {
          new Analyzer<>(this).analyze(type.name, method);
        } catch (AnalyzerException unreadable) {
          return true;
        }
      }
      return escapes;
    }

    @Override
    public BasicValue newParameterValue(boolean isInstance, int variable, Type parameter) {
      return itself.get(variable) ? SELF : super.newParameterValue(isInstance, variable, parameter);
    }

    @Override
    public BasicValue unaryOperation(AbstractInsnNode instruction, BasicValue value)
        throws AnalyzerException {
      if (SELF.equals(value) && instruction.getOpcode() == Opcodes.CHECKCAST) {
        return SELF;
      }
      escapes |= SELF.equals(value)
          && (instruction.getOpcode() == Opcodes.PUTSTATIC
              || instruction.getOpcode() == Opcodes.ATHROW);
      return super.unaryOperation(instruction, value);
    }

    @Override
    public BasicValue binaryOperation(
        AbstractInsnNode instruction, BasicValue object, BasicValue value)
        throws AnalyzerException {
      escapes |=
          instruction.getOpcode() == Opcodes.PUTFIELD && SELF.equals(value) && !SELF.equals(object);
      return super.binaryOperation(instruction, object, value);
    }

    @Override
    public BasicValue ternaryOperation(
        AbstractInsnNode instruction, BasicValue array, BasicValue index, BasicValue value)
        throws AnalyzerException {
      escapes |= SELF.equals(value);
      return super.ternaryOperation(instruction, array, index, value);
    }

    @Override
    public void returnOperation(
        AbstractInsnNode instruction, BasicValue value, BasicValue expected) {
      escapes |= SELF.equals(value);
    }

    @Override
    public BasicValue naryOperation(AbstractInsnNode instruction, List<? extends BasicValue> values)
        throws AnalyzerException {
      if (values.contains(SELF)) {
        escapes |= !(instruction instanceof MethodInsnNode call) || escapesFrom(call, values);
      }
      return super.naryOperation(instruction, values);
    }

    private boolean escapesFrom(MethodInsnNode call, List<? extends BasicValue> values) {
      if (call.name.equals(CONSTRUCTOR)) {
        return values.subList(1, values.size()).contains(SELF);
      }
      for (MethodNode method : type.methods) {
        if (call.owner.equals(type.name)
            && method.name.equals(call.name)
            && method.desc.equals(call.desc)
            && cannotBeOverridden(method)) {
          return new Flow(type, path).escapes(method, variables(call, values));
        }
      }
      return true;
    }

    private boolean cannotBeOverridden(MethodNode method) {
      int fixed = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL;
      return ((method.access & fixed) | (type.access & Opcodes.ACC_FINAL)) != 0;
    }

    /** The local variables in which the called method finds it. */
    private static BitSet variables(MethodInsnNode call, List<? extends BasicValue> values) {
      Type[] arguments = Type.getArgumentTypes(call.desc);
      int receiver = call.getOpcode() == Opcodes.INVOKESTATIC ? 0 : 1;
      BitSet variables = new BitSet();
      int variable = 0;
      for (int i = 0; i < values.size(); i++) {
        variables.set(variable, SELF.equals(values.get(i)));
        variable += i < receiver ? 1 : arguments[i - receiver].getSize();
      }
      return variables;
    }

    @Override
    public BasicValue merge(BasicValue one, BasicValue other) {
      return SELF.equals(one) || SELF.equals(other) ? SELF : super.merge(one, other);
    }
  }
}
