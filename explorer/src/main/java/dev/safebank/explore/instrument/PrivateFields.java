package dev.safebank.explore.instrument;

import dev.safebank.explore.classfile.ClassHierarchy;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/** Finds fields that only the code of their own class accesses. */
final class PrivateFields {

  private PrivateFields() {}

  /**
   * The names of a class's private fields of type {@code long} that no other class of its nest
   * (JVMS 4.7.28) accesses, and no variable handle: none if a class file of the nest cannot be
   * read.
   */
  static Set<String> ofLongs(ClassNode type, ClassHierarchy hierarchy) {
    Set<String> fields = new HashSet<>();
    for (FieldNode field : type.fields) {
      if ((field.access & Opcodes.ACC_PRIVATE) != 0 && field.desc.equals("J")) {
        fields.add(field.name);
      }
    }
    if (fields.isEmpty()) {
      return fields;
    }
    for (String name : nest(type, hierarchy)) {
      Optional<byte[]> classFile = hierarchy.classFile(name);
      if (classFile.isEmpty() || EscapingNumbers.constants(classFile.get()).contains("VarHandle")) {
        return Set.of();
      }
      if (!name.equals(type.name)) {
        fields.removeAll(accessed(type.name, EscapingNumbers.node(classFile.get())));
      }
    }
    return fields;
  }

  private static Set<String> nest(ClassNode type, ClassHierarchy hierarchy) {
    Set<String> nest = new HashSet<>(List.of(type.name));
    if (type.nestHostClass == null) {
      nest.addAll(members(type));
    } else {
      nest.add(type.nestHostClass);
      hierarchy
          .classFile(type.nestHostClass)
          .map(EscapingNumbers::node)
          .ifPresent(host -> nest.addAll(members(host)));
    }
    return nest;
  }

  private static List<String> members(ClassNode host) {
    return host.nestMembers == null ? List.of() : host.nestMembers;
  }

  private static Set<String> accessed(String owner, ClassNode type) {
    Set<String> accessed = new HashSet<>();
    for (MethodNode method : type.methods) {
      for (AbstractInsnNode instruction : method.instructions) {
        if (instruction instanceof FieldInsnNode field && field.owner.equals(owner)) {
          accessed.add(field.name);
        }
      }
    }
    return accessed;
  }
}
