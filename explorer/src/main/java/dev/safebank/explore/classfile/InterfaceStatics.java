package dev.safebank.explore.classfile;

import java.util.Optional;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/**
 * The class that holds the fields of an interface: the JVM wants an interface's own fields to be
 * final, and lets only its static initialiser write them, which runs only once.
 */
public final class InterfaceStatics {

  private static final String SUFFIX = "$safebank$statics";

  private InterfaceStatics() {}

  /** Internal name of the class that holds an interface's fields. */
  public static String holderOf(String internalName) {
    return internalName + SUFFIX;
  }

  /** The interface whose fields such a class holds; empty if it is another class. */
  public static Optional<String> interfaceOf(String internalName) {
    return internalName.endsWith(SUFFIX)
        ? Optional.of(internalName.substring(0, internalName.length() - SUFFIX.length()))
        : Optional.empty();
  }

  public static byte[] classFile(ClassFacts facts) {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(
        Opcodes.V17,
        Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC,
        holderOf(facts.name()),
        null,
        "java/lang/Object",
        null);
    for (String field : facts.staticVariables()) {
      writer.visitField(
          Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC,
          field,
          facts.fieldTypes().get(field),
          null,
          null);
    }
    writer.visitEnd();
    return writer.toByteArray();
  }
}
