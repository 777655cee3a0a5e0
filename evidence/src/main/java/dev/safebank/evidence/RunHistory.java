package dev.safebank.evidence;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The evidence of earlier runs, in the folder {@value #FOLDER} beside the evidence. The oldest
 * files go when there are more than are to be kept.
 *
 * @param keep how many earlier runs to keep of each evidence file, 0 or more
 */
public record RunHistory(int keep) {

  /** The folder's name. */
  public static final String FOLDER = "runs";

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

  public RunHistory {
    if (keep < 0) {
      throw new IllegalArgumentException("must be >= 0: " + keep);
    }
  }

  /** Takes an evidence file, which stays where it is, into the history, if there is one. */
  void keep(Path file) throws IOException {
    if (Files.notExists(file)) {
      return;
    }
    Path folder = Files.createDirectories(file.toAbsolutePath().resolveSibling(FOLDER));
    Instant changed = Files.getLastModifiedTime(file).toInstant();
    String name = file.getFileName().toString();
    Path kept = folder.resolve(STAMP.format(changed) + "-" + name);
    Files.deleteIfExists(kept);
    try {
      Files.createLink(kept, file);
    } catch (UnsupportedOperationException | FileSystemException noLinks) {
      Files.copy(file, kept, StandardCopyOption.COPY_ATTRIBUTES);
    }
    for (Path old : oldest(folder, "-" + name)) {
      Files.delete(old);
    }
  }

  private List<Path> oldest(Path folder, String suffix) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(suffix))
          .sorted(Comparator.comparing(Path::getFileName).reversed())
          .skip(keep)
          .toList();
    }
  }
}
