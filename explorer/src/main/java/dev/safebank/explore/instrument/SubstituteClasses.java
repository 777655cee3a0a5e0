package dev.safebank.explore.instrument;

import dev.safebank.explore.hook.substitute.Substitutes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The {@link Substitutes} classes. They are looked for in the folder or the jar that this class
 * comes from, below the package of hooks: whoever adds one need not enter it in a list.
 */
final class SubstituteClasses {

  private static final String SUFFIX = ".class";

  private SubstituteClasses() {}

  /** All of them, by name. */
  static List<Class<?>> all() {
    Path origin = origin();
    try {
      if (Files.isDirectory(origin)) {
        return below(origin);
      }
      try (FileSystem jar = FileSystems.newFileSystem(origin)) {
        return below(jar.getPath("/"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the explorer's own classes in " + origin, e);
    }
  }

  private static Path origin() {
    CodeSource source = SubstituteClasses.class.getProtectionDomain().getCodeSource();
    try {
      return Path.of(
          Objects.requireNonNull(source, "no code source").getLocation().toURI());
    } catch (URISyntaxException | RuntimeException e) {
      throw new IllegalStateException(
          "the explorer must be loaded from a folder or a jar, to find its own classes", e);
    }
  }

  private static List<Class<?>> below(Path root) throws IOException {
    String hooks = Substitutes.class.getPackageName().replaceFirst("\\.\\w+$", "");
    try (Stream<Path> files = Files.walk(root.resolve(hooks.replace('.', '/')))) {
      return files
          .map(file ->
              root.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "."))
          .filter(name -> name.endsWith(SUFFIX))
          .map(name -> name.substring(0, name.length() - SUFFIX.length()))
          .sorted()
          .<Class<?>>map(SubstituteClasses::load)
          .filter(type -> type.isAnnotationPresent(Substitutes.class))
          .toList();
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, SubstituteClasses.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("the class " + name + " was there a moment ago", e);
    }
  }
}
