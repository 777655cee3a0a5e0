package dev.safebank.explore.soundness.calls;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.SimpleRemapper;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Copies of the concurrent classes of this JDK that stop at a {@link PausePoint} before each access
 * to memory, for {@code --patch-module java.base}.
 */
final class PatchedJdk {

  private static final String PAUSE = "java/util/concurrent/PausePoint";

  /** What is safe for threads and lives elsewhere. */
  private static final String ALSO = "java/util/(Vector|Hashtable|Collections|Abstract"
      + "(Collection|List|Map|Set|Queue))(\\$.*)?\\.class";

  private PatchedJdk() {}

  /** Writes the classes to a folder. */
  static void write(Path folder) throws IOException {
    Path base = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules/java.base");
    List<Path> files;
    try (Stream<Path> all = Files.walk(base.resolve("java/util"))) {
      files = all.filter(file -> isPatched(base.relativize(file).toString())).toList();
    }
    for (Path file : files) {
      write(folder, base.relativize(file).toString(), withPauses(Files.readAllBytes(file)));
    }
    write(folder, PAUSE + ".class", pausePoint());
  }

  private static boolean isPatched(String file) {
    return file.matches("java/util/concurrent/.*\\.class") || file.matches(ALSO);
  }

  private static void write(Path folder, String file, byte[] classFile) throws IOException {
    Path target = folder.resolve(file);
    Files.createDirectories(target.getParent());
    Files.write(target, classFile);
  }

  private static byte[] pausePoint() {
    String own = PausePoint.class.getName().replace('.', '/');
    try (InputStream in = PausePoint.class.getResourceAsStream("/" + own + ".class")) {
      ClassWriter writer = new ClassWriter(0);
      new ClassReader(in)
          .accept(
              new ClassRemapper(writer, new SimpleRemapper(Opcodes.ASM9, own, PAUSE)),
              ClassReader.SKIP_DEBUG);
      return writer.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] withPauses(byte[] classFile) {
    ClassNode type = new ClassNode();
    new ClassReader(classFile).accept(type, 0);
    for (MethodNode method : type.methods) {
      for (AbstractInsnNode at : method.instructions.toArray()) {
        if (isAccess(at)) {
          method.instructions.insertBefore(
              at, new MethodInsnNode(Opcodes.INVOKESTATIC, PAUSE, "reached", "()V"));
        }
      }
    }
    ClassWriter writer = new ClassWriter(0);
    type.accept(writer);
    return writer.toByteArray();
  }

  private static boolean isAccess(AbstractInsnNode at) {
    int opcode = at.getOpcode();
    if (at instanceof MethodInsnNode call) {
      return call.owner.endsWith("/VarHandle") || call.owner.endsWith("/Unsafe");
    }
    return opcode == Opcodes.GETFIELD
        || opcode == Opcodes.PUTFIELD
        || (opcode >= Opcodes.IALOAD && opcode <= Opcodes.SALOAD)
        || (opcode >= Opcodes.IASTORE && opcode <= Opcodes.SASTORE)
        || opcode == Opcodes.MONITORENTER
        || opcode == Opcodes.MONITOREXIT;
  }
}
