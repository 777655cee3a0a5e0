package dev.safebank.stress.run.fork;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A temporary directory for the files of forks; it is deleted, with its content, when it is closed.
 * Files that cannot be deleted, because a fork that was killed has not ended yet, are left to the
 * next run.
 */
public final class WorkDirectory implements Closeable {

  private static final String PREFIX = "forks-";

  private final Path directory;

  private WorkDirectory(Path directory) {
    this.directory = directory;
  }

  /** Creates a new one in a directory that exists. */
  public static WorkDirectory in(Path parent) throws IOException {
    return new WorkDirectory(Files.createTempDirectory(parent, PREFIX));
  }

  /**
   * Deletes the work directories that runs have left behind which were killed. Only for the one run
   * that may write to {@code parent}.
   */
  public static void deleteAbandoned(Path parent) throws IOException {
    List<Path> abandoned;
    try (Stream<Path> files = Files.list(parent)) {
      abandoned = files
          .filter(file -> file.getFileName().toString().startsWith(PREFIX))
          .filter(Files::isDirectory)
          .toList();
    }
    abandoned.forEach(directory -> new WorkDirectory(directory).close());
  }

  public Path path() {
    return directory;
  }

  @Override
  public void close() {
    try {
      for (Path file : deepestFirst()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | UncheckedIOException stillWritten) {
      // The next run deletes it.
    }
  }

  private List<Path> deepestFirst() throws IOException {
    if (Files.notExists(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(directory)) {
      return files.sorted(Comparator.reverseOrder()).toList();
    }
  }
}
