package dev.safebank.stress.explore.instrument;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * What a class file says of a class, without loading it.
 *
 * @param name internal name
 * @param access its access flags
 * @param supertypes internal names of the superclass, if any, and the interfaces
 * @param fields access flags by field name
 * @param fieldTypes descriptors by field name
 * @param methods access flags by method name and descriptor, in the order of the source
 */
record ClassFacts(
    String name,
    int access,
    List<String> supertypes,
    Map<String, Integer> fields,
    Map<String, String> fieldTypes,
    Map<String, Integer> methods) {

  static ClassFacts of(byte[] classFile) {
    Collector collector = new Collector();
    new ClassReader(classFile).accept(collector, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
    return collector.facts.orElseThrow();
  }

  private static final class Collector extends ClassVisitor {
    private Optional<ClassFacts> facts = Optional.empty();

    private Collector() {
      super(Opcodes.ASM9);
    }

    @Override
    public void visit(
        int version,
        int access,
        String name,
        String signature,
        String superName,
        String[] interfaces) {
      List<String> supertypes = new ArrayList<>();
      if (superName != null) {
        supertypes.add(superName);
      }
      supertypes.addAll(List.of(interfaces));
      facts = Optional.of(new ClassFacts(
          name,
          access,
          supertypes,
          new HashMap<>(),
          new HashMap<>(),
          new java.util.LinkedHashMap<>()));
    }

    @Override
    public FieldVisitor visitField(
        int access, String name, String descriptor, String signature, Object value) {
      facts.orElseThrow().fields.put(name, access);
      facts.orElseThrow().fieldTypes.put(name, descriptor);
      return null;
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      facts.orElseThrow().methods.put(name + descriptor, access);
      return null;
    }
  }
}
