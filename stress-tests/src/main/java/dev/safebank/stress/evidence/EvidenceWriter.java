package dev.safebank.stress.evidence;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;

/**
 * Writes an evidence file, a record at a time. A record is in the file when {@link #append}
 * returns, so a process that is killed at any moment leaves every record but the one it was
 * writing. Only {@link #complete} makes a file complete; closing without it says that the run was
 * cut short.
 *
 * <p>Safe for use by several threads.
 */
public final class EvidenceWriter implements Closeable {

  private final FileChannel channel;
  private final MessageDigest checksum = EvidenceLines.checksum();
  private long records;

  private EvidenceWriter(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Starts a file, in place of any that is there, with its header.
   *
   * @throws IOException if the file or its directory cannot be written
   */
  public static EvidenceWriter create(Path file, Header header) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    FileChannel channel = FileChannel.open(
        file,
        StandardOpenOption.CREATE,
        StandardOpenOption.WRITE,
        StandardOpenOption.TRUNCATE_EXISTING);
    EvidenceWriter writer = new EvidenceWriter(channel);
    writer.append(header);
    return writer;
  }

  /** Appends what a fork saw. */
  public void append(ForkRecord fork) throws IOException {
    append((EvidenceRecord) fork);
  }

  /** Appends what running every interleaving of a cell has shown. */
  public void append(ExplorationRecord exploration) throws IOException {
    append((EvidenceRecord) exploration);
  }

  /** Appends that a cell was not run. */
  public void append(SkippedRecord skipped) throws IOException {
    append((EvidenceRecord) skipped);
  }

  /** Writes the trailer: the run came to its end. Nothing can be appended after it. */
  public synchronized void complete(Instant ended) throws IOException {
    String sha256 = HexFormat.of().formatHex(checksum.digest());
    append(new Trailer(ended, records, sha256));
    channel.force(true);
    channel.close();
  }

  @Override
  public synchronized void close() throws IOException {
    channel.close();
  }

  private synchronized void append(EvidenceRecord evidence) throws IOException {
    String line = EvidenceLines.JSON.writeValueAsString(evidence) + "\n";
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
    checksum.update(bytes);
    records++;
  }
}
