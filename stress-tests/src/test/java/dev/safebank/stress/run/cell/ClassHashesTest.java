package dev.safebank.stress.run.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

class ClassHashesTest {

  private final Map<String, byte[]> files = new HashMap<>();

  @BeforeEach
  void threeClasses() {
    files.put("bank/Test", classFile("bank/Test", "bank/Scenario", 1));
    files.put("bank/Scenario", classFile("bank/Scenario", "java/lang/Object", 1));
    files.put("bank/Other", classFile("bank/Other", "java/lang/Object", 1));
  }

  @Test
  void theSameClassesHaveTheSameHash() {
    assertThat(hash()).isEqualTo(hash()).matches("[0-9a-f]{64}");
  }

  @Test
  void aChangeOfTheClassItselfChangesTheHash() {
    String before = hash();
    files.put("bank/Test", classFile("bank/Test", "bank/Scenario", 2));

    assertThat(hash()).isNotEqualTo(before);
  }

  @Test
  void aChangeOfAClassThatItRefersToChangesTheHash() {
    String before = hash();
    files.put("bank/Scenario", classFile("bank/Scenario", "java/lang/Object", 2));

    assertThat(hash()).isNotEqualTo(before);
  }

  @Test
  void aChangeOfAnotherClassDoesNot() {
    String before = hash();
    files.put("bank/Other", classFile("bank/Other", "java/lang/Object", 2));

    assertThat(hash()).isEqualTo(before);
  }

  private String hash() {
    ClassLoader loader = new ClassLoader(null) {
      @Override
      public InputStream getResourceAsStream(String name) {
        byte[] bytes = files.get(name.replace(".class", ""));
        return bytes == null ? null : new ByteArrayInputStream(bytes);
      }
    };
    return new ClassHashes(loader).of("bank.Test");
  }

  private static byte[] classFile(String name, String superclass, int constant) {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, name, null, superclass, null);
    writer
        .visitField(Opcodes.ACC_STATIC | Opcodes.ACC_FINAL, "X", "I", null, constant)
        .visitEnd();
    writer.visitEnd();
    return writer.toByteArray();
  }
}
