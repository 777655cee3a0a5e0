package dev.safebank.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** Checks, before a file is opened, that it is a regular file of a permitted size. */
public final class RegularFile {

  private RegularFile() {}

  /**
   * Checks that a file can be read to its end: opening a pipe would wait for its writer, and
   * reading a device might never end.
   *
   * @param largest the most bytes that it may have
   * @throws EvidenceException if there is nothing, no regular file, or one that is too large
   */
  public static void require(Path file, long largest) throws IOException {
    try {
      BasicFileAttributes form = Files.readAttributes(file, BasicFileAttributes.class);
      if (!form.isRegularFile()) {
        throw new EvidenceException(
            file, form.isDirectory() ? "is a directory" : "is no regular file", "Move it away");
      }
      if (form.size() > largest) {
        throw new EvidenceException(
            file, "is larger than %d MiB".formatted(largest >> 20), "Move it away");
      }
    } catch (NoSuchFileException e) {
      throw new EvidenceException(file, "there is no such evidence", "Run `mvn verify` first", e);
    }
  }
}
