package dev.safebank.explore.classfile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
 * @param constants static fields that are constant variables (JLS 4.12.4)
 * @param methods access flags by method name and descriptor, in the order of the source
 */
public record ClassFacts(
    String name,
    int access,
    List<String> supertypes,
    Map<String, Integer> fields,
    Map<String, String> fieldTypes,
    Set<String> constants,
    Map<String, Integer> methods) {

  public static ClassFacts of(byte[] classFile) {
    Collector collector = new Collector();
    new ClassReader(classFile).accept(collector, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
    return collector.facts.orElseThrow();
  }

  public boolean isInterface() {
    return (access & Opcodes.ACC_INTERFACE) != 0;
  }

  public boolean isEnum() {
    return (access & Opcodes.ACC_ENUM) != 0;
  }

  boolean isSynthetic() {
    return (access & Opcodes.ACC_SYNTHETIC) != 0;
  }

  /** Empty for {@code Object}. */
  public Optional<String> superclass() {
    return supertypes.stream().findFirst();
  }

  List<String> interfaces() {
    return supertypes.subList(Math.min(1, supertypes.size()), supertypes.size());
  }

  public boolean hasInitializer() {
    return methods.containsKey("<clinit>()V");
  }

  /** The static fields that are not constant variables, in the order of the source. */
  public List<String> staticVariables() {
    return fieldTypes.keySet().stream()
        .filter(field -> (fields.get(field) & Opcodes.ACC_STATIC) != 0)
        .filter(field -> !constants.contains(field))
        .toList();
  }

  /** Whether it is an interface with a method that is neither abstract nor static. */
  boolean hasDefaultMethods() {
    int other = Opcodes.ACC_ABSTRACT | Opcodes.ACC_STATIC;
    return isInterface() && methods.values().stream().anyMatch(method -> (method & other) == 0);
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
          new LinkedHashMap<>(),
          new HashSet<>(),
          new LinkedHashMap<>()));
    }

    @Override
    public FieldVisitor visitField(
        int access, String name, String descriptor, String signature, Object value) {
      facts.orElseThrow().fields.put(name, access);
      facts.orElseThrow().fieldTypes.put(name, descriptor);
      if (value != null && (access & Opcodes.ACC_STATIC) != 0) {
        facts.orElseThrow().constants.add(name);
      }
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
