package dev.safebank.stress.explore.instrument;

import java.util.Map;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Rewrites a class so that it tells the engine of every step before it takes it: accesses to fields
 * and array elements, monitors, calls to the JDK's synchronizers, atomics and collections, and
 * rounds of loops.
 */
final class ClassInstrumenter extends ClassVisitor {

  private static final String INITIALISER = "<clinit>";

  private final ClassFacts facts;
  private final Map<String, Loop.Heads> loops;
  private final SiteFactory sites;
  private final Bridges bridges;
  private final boolean reset;

  private ClassInstrumenter(
      ClassVisitor next, ClassFacts facts, Hierarchy hierarchy, Sites sites, byte[] original) {
    super(Opcodes.ASM9, next);
    this.facts = facts;
    this.loops = Loop.find(original);
    this.sites = new SiteFactory(sites, hierarchy, facts.name());
    this.bridges = new Bridges(facts);
    this.reset = Statics.mustReset(facts);
  }

  /** The instrumented class file. */
  static byte[] instrument(byte[] original, Hierarchy hierarchy, Sites sites) {
    ClassReader reader = new ClassReader(original);
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    ClassFacts facts = ClassFacts.of(original);
    reader.accept(
        new ClassInstrumenter(writer, facts, hierarchy, sites, original),
        ClassReader.EXPAND_FRAMES);
    return writer.toByteArray();
  }

  @Override
  public void visitSource(String source, String debug) {
    sites.file(source);
    super.visitSource(source, debug);
  }

  @Override
  public FieldVisitor visitField(
      int access, String name, String descriptor, String signature, Object value) {
    boolean assignedAnew = reset && (access & Opcodes.ACC_STATIC) != 0;
    int newAccess = assignedAnew ? access & ~Opcodes.ACC_FINAL : access;
    return super.visitField(newAccess, name, descriptor, signature, value);
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] exceptions) {
    if (name.equals(INITIALISER)) {
      return initialiser(access, descriptor, signature, exceptions);
    }
    boolean isSynchronized = (access & Opcodes.ACC_SYNCHRONIZED) != 0;
    int newAccess = access & ~Opcodes.ACC_SYNCHRONIZED;
    MethodVisitor next = super.visitMethod(newAccess, name, descriptor, signature, exceptions);
    if ((access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) != 0) {
      return next;
    }
    if (isSynchronized) {
      next = new SynchronizedBody(next, facts.name(), access, descriptor, sites);
    }
    MethodVisitor steps = new StepInstrumenter(next, sites, bridges);
    Loop.Heads heads = loops.getOrDefault(name + descriptor, Loop.Heads.NONE);
    return heads.isEmpty() ? steps : new LoopMarker(access, descriptor, steps, heads, sites);
  }

  /** A static initialiser is one step; one that must be run again becomes a method as well. */
  private MethodVisitor initialiser(
      int access, String descriptor, String signature, String[] exceptions) {
    MethodVisitor real = super.visitMethod(access, INITIALISER, descriptor, signature, exceptions);
    if (!reset) {
      return new StepInstrumenter(new QuietBody(real), sites, bridges);
    }
    MethodVisitor outer = new QuietBody(real);
    outer.visitCode();
    outer.visitLdcInsn(Type.getObjectType(facts.name()));
    outer.visitMethodInsn(
        Opcodes.INVOKESTATIC,
        Type.getInternalName(ExploringClassLoader.class),
        "initialised",
        "(Ljava/lang/Class;)V",
        false);
    outer.visitMethodInsn(Opcodes.INVOKESTATIC, facts.name(), Statics.INITIALISER, "()V", false);
    outer.visitInsn(Opcodes.RETURN);
    outer.visitMaxs(0, 0);
    outer.visitEnd();
    int inner = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC;
    MethodVisitor next = super.visitMethod(inner, Statics.INITIALISER, "()V", null, exceptions);
    return new StepInstrumenter(next, sites, bridges);
  }

  @Override
  public void visitEnd() {
    bridges.write(cv, sites);
    super.visitEnd();
  }
}
