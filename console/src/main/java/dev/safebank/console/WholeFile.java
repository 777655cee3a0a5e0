package dev.safebank.console;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Writes files atomically: afterwards a file has all of its new content or, after a failure, its
 * old content.
 */
public final class WholeFile {

  private WholeFile() {}

  /**
   * Writes a file, in place of any that is there, and creates its folder if need be.
   *
   * @throws FileSystemException if it cannot be written; it names the file
   */
  public static void write(Path file, byte[] content) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    try {
      Files.createDirectories(folder);
      Path part = folder.resolve("." + file.getFileName() + ".part");
      try {
        Files.write(part, content);
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (FileSystemException e) {
      throw e;
    } catch (IOException e) {
      throw (FileSystemException)
          new FileSystemException(file.toString(), null, e.getMessage()).initCause(e);
    }
  }
}
