package dev.safebank.stress.run;

import dev.safebank.console.CommandErrors;
import dev.safebank.console.UserError;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A file lock on a folder of evidence: only one run at a time may write there. The operating system
 * releases it when the process ends, however it ends.
 */
public final class EvidenceLock implements Closeable {

  private static final String FILE = ".lock";

  private final Path folder;
  private final FileChannel channel;

  private EvidenceLock(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /**
   * Takes the lock of a folder, which is created if need be.
   *
   * @throws UserError if another run has it, or the folder cannot be written
   */
  public static EvidenceLock take(Path folder) {
    Path file = folder.resolve(FILE);
    try {
      Files.createDirectories(folder);
      FileChannel channel = FileChannel.open(
          file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      if (tryLock(channel).isEmpty()) {
        String owner = Files.readString(file).strip();
        channel.close();
        throw new UserError(
            "Another run (process %s) is writing evidence to %s. Wait until it has ended, or end it."
                .formatted(owner.isEmpty() ? "unknown" : owner, folder));
      }
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(
          Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)));
      return new EvidenceLock(folder, channel);
    } catch (IOException e) {
      throw new UserError(
          "Cannot write evidence to %s (%s). Choose another place with --evidence=FILE."
              .formatted(folder, CommandErrors.reason(e)),
          e);
    }
  }

  private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
    try {
      return Optional.ofNullable(channel.tryLock());
    } catch (OverlappingFileLockException heldByThisProcess) {
      return Optional.empty();
    }
  }

  /** The folder that is locked. */
  public Path folder() {
    return folder;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
