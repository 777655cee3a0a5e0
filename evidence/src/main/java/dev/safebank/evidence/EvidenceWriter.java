package dev.safebank.evidence;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * Writes an evidence file, a record at a time. A record is in the file when {@link #append}
 * returns, so a process that is killed at any moment leaves every record but the one it was
 * writing. Only {@link #complete} makes a file complete; closing without it says that the run was
 * cut short.
 *
 * <p>The file is written beside its place, and moved there when it has a record: a run that
 * measures nothing leaves the evidence of the run before as it was, and at no moment is there none.
 * What was in the place is kept in the {@link RunHistory}.
 *
 * <p>Safe for use by several threads.
 */
public final class EvidenceWriter implements Closeable {

  private static final String UNPUBLISHED = ".new";

  private final Path file;
  private final RunHistory history;
  private final FileChannel channel;
  private final MessageDigest checksum = EvidenceLines.checksum();
  private long records;
  private boolean published;

  private EvidenceWriter(Path file, RunHistory history, FileChannel channel) {
    this.file = file;
    this.history = history;
    this.channel = channel;
  }

  /**
   * Starts a file with its header and records that an earlier run has made.
   *
   * @param file where the evidence is to be in the end
   * @param history keeps what is there now
   * @throws IOException if the file or its directory cannot be written
   */
  public static EvidenceWriter create(
      Path file, RunHistory history, Header header, List<? extends CellRecord> carriedOver)
      throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    requireRegular(file);
    requireRegular(unpublished(file));
    FileChannel channel = FileChannel.open(
        unpublished(file),
        StandardOpenOption.CREATE,
        StandardOpenOption.WRITE,
        StandardOpenOption.TRUNCATE_EXISTING);
    EvidenceWriter writer = new EvidenceWriter(file, history, channel);
    writer.write(header);
    for (CellRecord record : carriedOver) {
      writer.write(record);
    }
    return writer;
  }

  /** Starts a file with its header, carrying over nothing and keeping nothing of what is there. */
  public static EvidenceWriter create(Path file, Header header) throws IOException {
    return create(file, new RunHistory(0), header, List.of());
  }

  /** Opening a pipe would wait for a reader, and a directory must not be moved away. */
  private static void requireRegular(Path file) throws IOException {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new FileSystemException(file.toString(), null, "not a regular file");
    }
  }

  private static Path unpublished(Path file) {
    return file.resolveSibling(file.getFileName() + UNPUBLISHED);
  }

  /** Appends what was found out about a cell. */
  public synchronized void append(CellRecord record) throws IOException {
    write(record);
    publish();
  }

  /** Appends what was found out about a variant in a scope. */
  public synchronized void append(ScopeRecord record) throws IOException {
    write(record);
    publish();
  }

  /** Writes the trailer: the run came to its end. Nothing can be appended after it. */
  public synchronized void complete(Instant ended) throws IOException {
    String sha256 = HexFormat.of().formatHex(checksum.digest());
    write(new Trailer(ended, records, sha256));
    publish();
    channel.force(true);
    channel.close();
  }

  @Override
  public synchronized void close() throws IOException {
    channel.close();
    if (!published) {
      Files.deleteIfExists(unpublished(file));
    }
  }

  private void publish() throws IOException {
    if (!published) {
      history.keep(file);
      Files.move(unpublished(file), file, StandardCopyOption.ATOMIC_MOVE);
      published = true;
    }
  }

  private void write(EvidenceRecord evidence) throws IOException {
    String line = EvidenceLines.JSON.writeValueAsString(evidence) + "\n";
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    long end = channel.position();
    try {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
    } catch (IOException e) {
      channel.truncate(end);
      throw new IOException(
          "cannot write evidence to %s (%s). What it holds so far can be used."
              .formatted(file, e.getMessage()),
          e);
    }
    checksum.update(bytes);
    records++;
  }
}
