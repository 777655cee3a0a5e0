package dev.safebank.explore.instrument;

import dev.safebank.explore.classfile.ClassFacts;
import dev.safebank.explore.classfile.InheritedMethods;
import dev.safebank.explore.classfile.InterfaceStatics;
import dev.safebank.explore.classfile.Loop;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.AnalyzerAdapter;

/**
 * Rewrites a class so that it calls a hook before every step: accesses to fields and array
 * elements, monitors, calls to the JDK's synchronizers, atomics and collections, iterations of
 * loops, and uses of classes that must be initialised for that.
 */
final class ClassInstrumenter extends ClassVisitor {

  private static final String INITIALIZER = "<clinit>";
  private static final String CONSTRUCTOR = "<init>";

  private final ClassFacts facts;
  private final ClassCatalogue catalogue;
  private final Map<String, Loop.Heads> loops;
  private final Map<String, Integer> firstLines;
  private final Map<String, BitSet> numbers;
  private final SiteFactory sites;
  private final HookMethods bridges;
  private final boolean perExecution;
  private final Set<String> tooLarge;

  private ClassInstrumenter(
      ClassVisitor next, byte[] original, ClassCatalogue catalogue, Set<String> tooLarge) {
    super(Opcodes.ASM9, next);
    this.facts = ClassFacts.of(original);
    this.catalogue = catalogue;
    this.loops = Loop.find(original);
    this.firstLines = MethodSurvey.firstLines(original);
    this.numbers = EscapingNumbers.find(original, catalogue.hierarchy());
    this.sites = new SiteFactory(catalogue, facts.name());
    this.bridges = new HookMethods(facts);
    this.perExecution = catalogue.states().isPerExecution(facts.name());
    this.tooLarge = tooLarge;
  }

  /** The instrumented class file. */
  static byte[] instrument(byte[] original, ClassCatalogue catalogue) {
    Set<String> tooLarge = new HashSet<>();
    while (true) {
      ClassReader reader = new ClassReader(original);
      ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
      reader.accept(
          new ClassInstrumenter(writer, original, catalogue, tooLarge), ClassReader.EXPAND_FRAMES);
      try {
        return writer.toByteArray();
      } catch (MethodTooLargeException tooMuchCode) {
        String method = tooMuchCode.getMethodName() + tooMuchCode.getDescriptor();
        if (!tooLarge.add(method.replace(LoadedProgramClass.INITIALIZER, INITIALIZER))) {
          throw tooMuchCode;
        }
      }
    }
  }

  @Override
  public void visitSource(String source, String debug) {
    sites.file(source);
    super.visitSource(source, debug);
  }

  @Override
  public FieldVisitor visitField(
      int access, String name, String descriptor, String signature, Object value) {
    int newAccess = isAssignedAnew(access, name) ? access & ~Opcodes.ACC_FINAL : access;
    return super.visitField(newAccess, name, descriptor, signature, value);
  }

  /** Whether it is written outside of the method that the JVM lets write a final field. */
  private boolean isAssignedAnew(int access, String name) {
    if ((access & Opcodes.ACC_STATIC) == 0) {
      return sites.field(facts.name(), name).isPresent();
    }
    return perExecution && !facts.isInterface() && !facts.constants().contains(name);
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] exceptions) {
    sites.method(name);
    sites.line(firstLines.getOrDefault(name + descriptor, 0));
    if (name.equals(INITIALIZER) && !perExecution) {
      MethodVisitor real = super.visitMethod(access, name, descriptor, signature, exceptions);
      return steps(new StaticInitializerVisitor(real), descriptor, false);
    }
    boolean isSynchronized = (access & Opcodes.ACC_SYNCHRONIZED) != 0;
    int newAccess = access & ~Opcodes.ACC_SYNCHRONIZED;
    MethodVisitor next = name.equals(INITIALIZER)
        ? movedInitializer(exceptions)
        : super.visitMethod(
            newAccess,
            StepInstrumenter.renamed(name, descriptor),
            descriptor,
            signature,
            exceptions);
    if ((access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) != 0) {
      return next;
    }
    if (tooLarge.contains(name + descriptor)) {
      UnusableMethod.write(next, sites.place(name));
      return null;
    }
    boolean isConstructor = name.equals(CONSTRUCTOR);
    boolean isInitialized = isConstructor || (access & Opcodes.ACC_STATIC) != 0;
    Optional<Integer> number = catalogue.numberOf(facts.name());
    if (number.isPresent() && isInitialized && !name.equals(INITIALIZER)) {
      next = new MethodEntryVisitor(next, number.get(), sites.place(name).id());
    }
    if (isSynchronized) {
      next = new SynchronizedMethodVisitor(next, facts.name(), access, descriptor, sites);
    }
    StepInstrumenter steps = steps(next, descriptor, isInitialized);
    Optional.ofNullable(numbers.get(name + descriptor)).ifPresent(steps::escapingNumbers);
    Loop.Heads heads = loops.getOrDefault(name + descriptor, Loop.Heads.NONE);
    MethodVisitor typed = isConstructor ? constructor(access, descriptor, steps) : steps;
    return heads.isEmpty() ? typed : new LoopInstrumenter(access, descriptor, typed, heads, sites);
  }

  /** A static initialiser that runs in every execution is an ordinary method. */
  private MethodVisitor movedInitializer(String[] exceptions) {
    int access = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC;
    return super.visitMethod(access, LoadedProgramClass.INITIALIZER, "()V", null, exceptions);
  }

  private StepInstrumenter steps(MethodVisitor next, String descriptor, boolean isInitialized) {
    return new StepInstrumenter(next, sites, bridges, descriptor, isInitialized);
  }

  /** The adapter adds labels, so it must come after what counts them. */
  private MethodVisitor constructor(int access, String descriptor, StepInstrumenter steps) {
    AnalyzerAdapter types =
        new AnalyzerAdapter(Opcodes.ASM9, facts.name(), access, CONSTRUCTOR, descriptor, steps) {};
    steps.isConstructor(types);
    return types;
  }

  @Override
  public void visitEnd() {
    sites.line(0);
    InheritedMethods.of(facts, sites.hierarchy(), sites.scope()).forEach(this::override);
    bridges.write(cv, sites);
    if (perExecution && !facts.staticVariables().isEmpty()) {
      clear();
    }
    super.visitEnd();
  }

  private void override(String method) {
    int parameters = method.indexOf('(');
    String name = method.substring(0, parameters);
    String descriptor = method.substring(parameters);
    int access = Opcodes.ACC_PUBLIC | Opcodes.ACC_SYNTHETIC;
    MethodVisitor next = super.visitMethod(access, name, descriptor, null, null);
    next.visitCode();
    String self = Type.getObjectType(facts.name()).getDescriptor();
    Operands stack = new Operands(next, "(" + self + descriptor.substring(1));
    stack.loadAll();
    steps(next, descriptor, true)
        .visitMethodInsn(
            Opcodes.INVOKESPECIAL, facts.superclass().orElseThrow(), name, descriptor, false);
    stack.end();
    next.visitMaxs(0, 0);
    next.visitEnd();
  }

  private void clear() {
    int access = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC;
    MethodVisitor clear = super.visitMethod(access, LoadedProgramClass.CLEAR, "()V", null, null);
    clear.visitCode();
    String owner = facts.isInterface() ? InterfaceStatics.holderOf(facts.name()) : facts.name();
    for (String field : facts.staticVariables()) {
      String descriptor = facts.fieldTypes().get(field);
      clear.visitInsn(defaultValue(Type.getType(descriptor)));
      clear.visitFieldInsn(Opcodes.PUTSTATIC, owner, field, descriptor);
    }
    clear.visitInsn(Opcodes.RETURN);
    clear.visitMaxs(0, 0);
    clear.visitEnd();
  }

  private static int defaultValue(Type type) {
    return switch (type.getSort()) {
      case Type.LONG -> Opcodes.LCONST_0;
      case Type.FLOAT -> Opcodes.FCONST_0;
      case Type.DOUBLE -> Opcodes.DCONST_0;
      case Type.ARRAY, Type.OBJECT -> Opcodes.ACONST_NULL;
      default -> Opcodes.ICONST_0;
    };
  }
}
