package dev.safebank.explore.classfile;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * Recognises classes whose static initialisers only make constants: immutable objects, out of other
 * constants. The initialiser and all that it calls is read, instruction by instruction; it may call
 * only methods of the program of which the same holds, and a few of the JDK that are known to
 * return something immutable and to depend on nothing but their arguments. So nothing else is
 * within its reach: no variable that could change, no object with a state, no loop. What it makes
 * is the same in every execution, and no thread can tell when it was made. Nor is there a cycle of
 * initialisers that need each other, which could end in a deadlock, or in other values if another
 * of them comes first. That it throws no exception is tried once.
 */
final class ConstantInitializers {

  /** Types of instance fields that hold nothing that changes. */
  private static final Set<String> IMMUTABLE = Set.of(
      "Ljava/lang/String;",
      "Ljava/lang/Integer;",
      "Ljava/lang/Long;",
      "Ljava/lang/Short;",
      "Ljava/lang/Byte;",
      "Ljava/lang/Character;",
      "Ljava/lang/Boolean;",
      "Ljava/lang/Double;",
      "Ljava/lang/Float;",
      "Ljava/lang/Class;",
      "Ljava/lang/invoke/VarHandle;",
      "Ljava/lang/invoke/MethodHandle;",
      "Ljava/lang/invoke/MethodType;",
      "Ljava/lang/invoke/MethodHandles$Lookup;",
      "Ljava/util/concurrent/atomic/AtomicIntegerFieldUpdater;",
      "Ljava/util/concurrent/atomic/AtomicLongFieldUpdater;",
      "Ljava/util/concurrent/atomic/AtomicReferenceFieldUpdater;",
      "Ljava/util/concurrent/TimeUnit;",
      "Ljava/time/Duration;",
      "Ljava/math/BigInteger;",
      "Ljava/math/BigDecimal;");

  /** Static fields of these types could hold an array. */
  private static final Set<String> MAY_BE_ARRAYS =
      Set.of("Ljava/lang/Object;", "Ljava/lang/Cloneable;", "Ljava/io/Serializable;");

  /** Methods of the JDK that leave nothing behind, and always return the same constant. */
  private static final List<String> HARMLESS = List.of(
      "java/lang/Object.<init>(",
      "java/lang/Record.<init>(",
      "java/lang/Enum.<init>(",
      "java/lang/Enum.ordinal(",
      "java/lang/Enum.name(",
      "java/lang/Class.desiredAssertionStatus(",
      "java/lang/Class.getName(",
      "java/lang/Class.getSimpleName(",
      "java/lang/Integer.valueOf(",
      "java/lang/Long.valueOf(",
      "java/lang/Boolean.valueOf(",
      "java/lang/Double.valueOf(",
      "java/lang/Math.max(",
      "java/lang/Math.min(",
      "java/lang/ExceptionInInitializerError.<init>(",
      "java/lang/IllegalStateException.<init>(",
      "java/lang/AssertionError.<init>(",
      "java/lang/RuntimeException.<init>(",
      "java/lang/invoke/MethodHandles.lookup(",
      "java/lang/invoke/MethodHandles.privateLookupIn(",
      "java/lang/invoke/MethodHandles.arrayElementVarHandle(",
      "java/lang/invoke/MethodHandles$Lookup.findVarHandle(",
      "java/lang/invoke/MethodHandles$Lookup.findStaticVarHandle(",
      "java/lang/invoke/MethodHandles$Lookup.findVirtual(",
      "java/lang/invoke/MethodHandles$Lookup.findStatic(",
      "java/lang/invoke/MethodType.methodType(",
      "java/lang/invoke/VarHandle.withInvokeExactBehavior(",
      "java/util/concurrent/atomic/AtomicIntegerFieldUpdater.newUpdater(",
      "java/util/concurrent/atomic/AtomicLongFieldUpdater.newUpdater(",
      "java/util/concurrent/atomic/AtomicReferenceFieldUpdater.newUpdater(",
      "java/time/Duration.of",
      "java/math/BigInteger.valueOf(",
      "java/math/BigDecimal.valueOf(");

  private static final Set<String> CREATED = Set.of(
      "java/lang/Object",
      "java/lang/ExceptionInInitializerError",
      "java/lang/IllegalStateException",
      "java/lang/AssertionError",
      "java/lang/RuntimeException",
      "java/lang/NoSuchFieldError");

  private final ClassHierarchy hierarchy;
  private final InstrumentationScope scope;
  private final Predicate<String> trial;

  ConstantInitializers(
      ClassHierarchy hierarchy, InstrumentationScope scope, Predicate<String> trial) {
    this.hierarchy = hierarchy;
    this.scope = scope;
    this.trial = trial;
  }

  boolean isConstant(String internalName) {
    Inspection inspection = new Inspection();
    return inspection.all(internalName) && (!inspection.mayFail || trial.test(internalName));
  }

  /** The analysis of one class, and of all that its initialiser calls. */
  private final class Inspection {
    private final Set<String> initialized = new LinkedHashSet<>();
    private final Set<String> instantiated = new HashSet<>();
    private final Deque<String> open = new ArrayDeque<>();

    /** By class: what its initialisation needs. */
    private final Map<String, Set<String>> needs = new HashMap<>();

    /** The class whose initialiser is analysed. */
    private String initializing = "";

    private boolean mayFail;
    private boolean leavesOut;

    private boolean all(String root) {
      reach(root);
      while (!open.isEmpty()) {
        initializing = open.poll();
        if (!isHarmless(initializing)) {
          return false;
        }
      }
      return instantiated.stream().allMatch(this::isImmutable)
          && needs.keySet().stream().noneMatch(name -> leadsTo(name, name, new HashSet<>()))
          && !(mayFail && leavesOut);
    }

    private boolean leadsTo(String from, String target, Set<String> passed) {
      for (String next : needs.getOrDefault(from, Set.of())) {
        if (next.equals(target) || (passed.add(next) && leadsTo(next, target, passed))) {
          return true;
        }
      }
      return false;
    }

    /** The body of an enum constant is used by its enum only, and counts as part of it. */
    private String withoutBody(String name) {
      return hierarchy
          .facts(name)
          .filter(ClassFacts::isEnum)
          .flatMap(ClassFacts::superclass)
          .filter(scope::isOurs)
          .orElse(name);
    }

    private void reach(String name) {
      if (!scope.isOurs(name)) {
        return;
      }
      if (initialized.add(name)) {
        open.add(name);
      }
      String needing = withoutBody(initializing);
      String needed = withoutBody(name);
      if (!needing.isEmpty() && !needing.equals(needed)) {
        needs.computeIfAbsent(needing, n -> new HashSet<>()).add(needed);
      }
    }

    private ClassNode node(String name) {
      ClassNode node = new ClassNode();
      byte[] classFile = hierarchy.classFile(name).orElse(new byte[0]);
      if (classFile.length > 0) {
        new ClassReader(classFile).accept(node, ClassReader.SKIP_FRAMES | ClassReader.SKIP_DEBUG);
      }
      return node;
    }

    private boolean isHarmless(String name) {
      ClassNode node = node(name);
      if (node.name == null) {
        return false;
      }
      reach(node.superName);
      node.interfaces.forEach(this::reach);
      return node.fields.stream()
              .filter(field -> (field.access & Opcodes.ACC_STATIC) != 0)
              .allMatch(field -> holdsConstant(field))
          && isHarmless(node, "<clinit>", "()V", new HashSet<>());
    }

    private boolean holdsConstant(FieldNode field) {
      boolean isSynthetic = (field.access & Opcodes.ACC_SYNTHETIC) != 0;
      boolean mayBeArray = field.desc.startsWith("[") || MAY_BE_ARRAYS.contains(field.desc);
      return (field.access & Opcodes.ACC_FINAL) != 0 && (isSynthetic || !mayBeArray);
    }

    /** A class of which there are instances: with its superclasses, it has only constant fields. */
    private boolean isImmutable(String name) {
      if (name.equals("java/lang/Object")
          || name.equals("java/lang/Enum")
          || name.equals("java/lang/Record")) {
        return true;
      }
      ClassNode node = scope.isOurs(name) ? node(name) : new ClassNode();
      return node.name != null
          && node.fields.stream()
              .filter(field -> (field.access & Opcodes.ACC_STATIC) == 0)
              .allMatch(field -> (field.access & Opcodes.ACC_FINAL) != 0 && isImmutableType(field))
          && isImmutable(node.superName);
    }

    private boolean isImmutableType(FieldNode field) {
      Type type = Type.getType(field.desc);
      return type.getSort() < Type.ARRAY
          || IMMUTABLE.contains(field.desc)
          || (type.getSort() == Type.OBJECT
              && (scope.isOurs(type.getInternalName())
                  || field.desc.startsWith("Ljava/util/function/")));
    }

    private boolean isHarmless(ClassNode node, String name, String descriptor, Set<String> path) {
      if (!path.add(node.name + "." + name + descriptor)) {
        return false;
      }
      for (MethodNode method : node.methods) {
        if (method.name.equals(name) && method.desc.equals(descriptor)) {
          return (method.access & (Opcodes.ACC_NATIVE | Opcodes.ACC_SYNCHRONIZED)) == 0
              && isHarmless(node, method, path);
        }
      }
      return name.equals("<clinit>");
    }

    private boolean isHarmless(ClassNode node, MethodNode method, Set<String> path) {
      Set<AbstractInsnNode> passed = new HashSet<>();
      for (AbstractInsnNode instruction : method.instructions) {
        passed.add(instruction);
        if (!isHarmless(node, method, instruction, passed, path)) {
          return false;
        }
      }
      return true;
    }

    private boolean isHarmless(
        ClassNode node,
        MethodNode method,
        AbstractInsnNode instruction,
        Set<AbstractInsnNode> passed,
        Set<String> path) {
      if (instruction instanceof FieldInsnNode field) {
        return isHarmless(node, method, field);
      } else if (instruction instanceof MethodInsnNode call) {
        return isHarmless(node, call, path);
      } else if (instruction instanceof TypeInsnNode type) {
        return isHarmless(node, type);
      } else if (instruction instanceof JumpInsnNode jump) {
        return !passed.contains(jump.label);
      } else if (instruction instanceof InvokeDynamicInsnNode dynamic) {
        return dynamic.bsm.getOwner().equals("java/lang/invoke/LambdaMetafactory")
            && Type.getArgumentTypes(dynamic.desc).length == 0;
      } else if (instruction instanceof LdcInsnNode constant) {
        return !(constant.cst instanceof org.objectweb.asm.ConstantDynamic);
      }
      return isHarmless(node, instruction.getOpcode());
    }

    private boolean isHarmless(ClassNode node, int opcode) {
      boolean isArray = opcode == Opcodes.NEWARRAY
          || (opcode >= Opcodes.IALOAD && opcode <= Opcodes.SALOAD)
          || (opcode >= Opcodes.IASTORE && opcode <= Opcodes.SASTORE);
      boolean divides = (opcode >= Opcodes.IDIV && opcode <= Opcodes.DREM);
      mayFail |= isArray || divides || opcode == Opcodes.ATHROW;
      return opcode != Opcodes.MONITORENTER
          && opcode != Opcodes.MONITOREXIT
          && opcode != Opcodes.TABLESWITCH
          && opcode != Opcodes.LOOKUPSWITCH
          && opcode != Opcodes.MULTIANEWARRAY
          && (!isArray || mayUseArrays(node));
    }

    /**
     * Arrays change: only those that the compiler itself makes and keeps to itself are constant.
     */
    private boolean mayUseArrays(ClassNode node) {
      return (node.access & (Opcodes.ACC_SYNTHETIC | Opcodes.ACC_ENUM)) != 0;
    }

    private boolean isHarmless(ClassNode node, TypeInsnNode instruction) {
      switch (instruction.getOpcode()) {
        case Opcodes.NEW -> {
          if (scope.isOurs(instruction.desc)) {
            reach(instruction.desc);
            instantiated.add(instruction.desc);
            return true;
          }
          return CREATED.contains(instruction.desc);
        }
        case Opcodes.ANEWARRAY -> {
          mayFail = true;
          return mayUseArrays(node);
        }
        default -> {
          mayFail = true;
          return true;
        }
      }
    }

    private boolean isHarmless(ClassNode node, MethodNode method, FieldInsnNode access) {
      boolean ours = scope.isOurs(access.owner);
      return switch (access.getOpcode()) {
        case Opcodes.PUTFIELD -> method.name.equals("<init>") && access.owner.equals(node.name);
        case Opcodes.PUTSTATIC -> access.owner.equals(node.name);
        case Opcodes.GETSTATIC -> {
          reach(access.owner);
          yield ours
              ? hierarchy
                  .declaringField(access.owner, access.name)
                  .map(facts -> declares(facts, access.name))
                  .orElse(false)
              : IMMUTABLE.contains(access.desc);
        }
        default -> ours;
      };
    }

    private boolean declares(ClassFacts facts, String field) {
      reach(facts.name());
      return scope.isOurs(facts.name()) && (facts.fields().get(field) & Opcodes.ACC_FINAL) != 0;
    }

    private boolean isHarmless(ClassNode node, MethodInsnNode call, Set<String> path) {
      if (scope.isLeftOut(call.owner) && call.desc.endsWith(")V")) {
        leavesOut = true;
        return true;
      }
      if (call.owner.startsWith("[")) {
        mayFail = true;
        return call.name.equals("clone") && mayUseArrays(node);
      }
      if (!scope.isOurs(call.owner) || isOrdinal(call)) {
        mayFail |= !call.name.equals("<init>");
        String full = call.owner + "." + call.name + call.desc;
        return isOrdinal(call) || HARMLESS.stream().anyMatch(full::startsWith);
      }
      boolean isExact =
          call.getOpcode() == Opcodes.INVOKESTATIC || call.getOpcode() == Opcodes.INVOKESPECIAL;
      reach(call.owner);
      return isExact && isHarmless(node(call.owner), call.name, call.desc, new HashSet<>(path));
    }

    /** {@code Enum.ordinal} is final, through whatever class it is called. */
    private boolean isOrdinal(MethodInsnNode call) {
      return call.name.equals("ordinal")
          && call.desc.equals("()I")
          && hierarchy.lineage(call.owner).contains("java/lang/Enum");
    }
  }
}
