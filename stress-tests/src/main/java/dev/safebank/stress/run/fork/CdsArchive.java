package dev.safebank.stress.run.fork;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;

/**
 * A CDS archive (JEP 350) of the classes that forks load: with it a fork starts in about three
 * quarters of the time. JVMs archive classes from jars only, so the class path's directories are
 * packed into jars first.
 */
final class CdsArchive {

  private final String classPath;
  private final Path archive;

  private CdsArchive(String classPath, Path archive) {
    this.classPath = classPath;
    this.archive = archive;
  }

  /**
   * Packs a class path; nothing is archived yet.
   *
   * @param classPath as in the system property {@code java.class.path}
   * @param directory where the jars and the archive go
   */
  static CdsArchive of(String classPath, Path directory) throws IOException {
    List<String> entries = new ArrayList<>();
    for (String entry : classPath.split(File.pathSeparator, -1)) {
      Path path = Path.of(entry);
      entries.add(
          Files.isDirectory(path)
              ? packed(path, directory.resolve("classes-" + entries.size() + ".jar"))
                  .toString()
              : entry);
    }
    return new CdsArchive(
        String.join(File.pathSeparator, entries), directory.resolve("classes.jsa"));
  }

  /** The options of a JVM that writes the archive when it exits. */
  List<String> recording() {
    return List.of("-cp", classPath, "-XX:ArchiveClassesAtExit=" + archive);
  }

  /** The options of a JVM that uses the archive; none if there is no archive. */
  List<String> using() {
    return Files.exists(archive)
        ? List.of("-cp", classPath, "-XX:SharedArchiveFile=" + archive)
        : List.of();
  }

  private static Path packed(Path classes, Path jar) throws IOException {
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out)) {
      entries.setLevel(Deflater.NO_COMPRESSION);
      for (Path file : filesIn(classes)) {
        String name = classes.relativize(file).toString().replace(File.separatorChar, '/');
        entries.putNextEntry(new ZipEntry(name));
        Files.copy(file, entries);
      }
    }
    return jar;
  }

  private static List<Path> filesIn(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
