package dev.safebank.stress.run.fork;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CdsArchiveTest {

  @TempDir
  private Path directory;

  private Path classes;
  private CdsArchive archive;

  @BeforeEach
  void packAClassPathOfAJarAndADirectory() throws IOException {
    classes =
        Files.createDirectories(directory.resolve("classes/a/b")).getParent().getParent();
    Files.writeString(classes.resolve("a/b/One.class"), "one");
    Files.writeString(classes.resolve("Two.class"), "two");
    archive = CdsArchive.of("library.jar" + File.pathSeparator + classes, directory);
  }

  @Test
  void directoriesArePackedAndJarsStayWhereTheyAre() throws IOException {
    Path packed = directory.resolve("classes-1.jar");

    assertThat(archive.recording())
        .containsExactly(
            "-cp",
            "library.jar" + File.pathSeparator + packed,
            "-XX:ArchiveClassesAtExit=" + directory.resolve("classes.jsa"));
    try (JarFile jar = new JarFile(packed.toFile())) {
      assertThat(jar.stream().map(JarEntry::getName)).containsExactly("Two.class", "a/b/One.class");
    }
  }

  @Test
  void withoutAnArchiveForksStartAsEver() {
    assertThat(archive.using()).isEmpty();
  }

  @Test
  void withAnArchiveForksTakeTheirClassesFromIt() throws IOException {
    Path file = Files.createFile(directory.resolve("classes.jsa"));

    assertThat(archive.using()).contains("-cp", "-XX:SharedArchiveFile=" + file);
  }
}
