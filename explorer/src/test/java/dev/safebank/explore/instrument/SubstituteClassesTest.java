package dev.safebank.explore.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.explore.hook.atomic.AtomicIntegerSubstitutes;
import dev.safebank.explore.hook.substitute.SemaphoreSubstitutes;
import dev.safebank.explore.hook.substitute.StampedLockSubstitutes;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Substitutes are found without a list of them. */
class SubstituteClassesTest {

  private static final Path CLASSES = Path.of(SubstituteClasses.class
      .getProtectionDomain()
      .getCodeSource()
      .getLocation()
      .getPath());

  @Test
  void allSubstitutesOfAFolderAreFound() throws IOException {
    List<String> names;
    try (Stream<Path> files = Files.walk(CLASSES)) {
      names = files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches("\\w+Substitutes\\.class"))
          .map(name -> name.replace(".class", ""))
          .toList();
    }

    assertThat(SubstituteClasses.all())
        .contains(
            AtomicIntegerSubstitutes.class,
            SemaphoreSubstitutes.class,
            StampedLockSubstitutes.class)
        .extracting(Class::getSimpleName)
        .containsExactlyInAnyOrderElementsOf(names);
  }

  @Test
  void theSameAreFoundInAJar(@TempDir Path folder) throws Exception {
    Path jar = folder.resolve("explorer with spaces.jar");
    write(jar);

    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
      Method all = loader.loadClass(SubstituteClasses.class.getName()).getDeclaredMethod("all");
      all.setAccessible(true);

      assertThat((List<?>) all.invoke(null))
          .extracting(type -> ((Class<?>) type).getName())
          .containsExactlyElementsOf(
              SubstituteClasses.all().stream().map(Class::getName).toList());
    }
  }

  private static void write(Path jar) throws IOException {
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out);
        Stream<Path> files = Files.walk(CLASSES)) {
      files.filter(Files::isRegularFile).forEach(file -> {
        try {
          entries.putNextEntry(
              new JarEntry(CLASSES.relativize(file).toString().replace('\\', '/')));
          Files.copy(file, entries);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      });
    }
  }
}
