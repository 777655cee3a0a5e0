package dev.safebank.explore.soundness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Programs that only a newer JDK can compile. They are resources, and compiled when the tests run
 * on such a JDK.
 */
final class NewerJdk {

  /** The JDK that is needed. */
  static final int RELEASE = 25;

  private static final String PACKAGE = "dev.safebank.explore.soundness.programs.";
  private static final List<String> GROUPS = List.of("NewerLanguage");
  private static final Path CLASSES = Path.of("target", "soundness-jdk" + RELEASE);

  private NewerJdk() {}

  static boolean isHere() {
    return Runtime.version().feature() >= RELEASE;
  }

  /** Where the compiled classes are, if any. */
  static List<Path> classPath() {
    return isHere() ? List.of(CLASSES.toAbsolutePath()) : List.of();
  }

  /** The groups of programs; none on an older JDK. */
  static Stream<Class<?>> groups() {
    return isHere() ? compiled().stream() : Stream.of();
  }

  private static List<Class<?>> compiled() {
    try {
      compile();
      ClassLoader loader =
          new URLClassLoader(new URL[] {CLASSES.toUri().toURL()}, NewerJdk.class.getClassLoader());
      return GROUPS.stream().<Class<?>>map(group -> load(loader, group)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Class<?> load(ClassLoader loader, String group) {
    try {
      return Class.forName(PACKAGE + group, false, loader);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(group + " was compiled just now, and is not there", e);
    }
  }

  private static void compile() throws IOException {
    Files.createDirectories(CLASSES);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<Path> sources = GROUPS.stream().map(NewerJdk::source).toList();
      List<String> options = List.of(
          "--release",
          String.valueOf(RELEASE),
          "-proc:none",
          "-cp",
          System.getProperty("java.class.path"),
          "-d",
          CLASSES.toString());
      if (!compiler
          .getTask(null, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
          .call()) {
        throw new IllegalStateException("cannot compile " + sources + ": see above");
      }
    }
  }

  private static Path source(String group) {
    return Path.of(
        URLClassLoader.getSystemResource("soundness/jdk" + RELEASE + "/" + group + ".java")
            .getPath());
  }
}
