package dev.safebank.evidence.fault;

import dev.safebank.evidence.EvidenceException;
import dev.safebank.evidence.StrictJson;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes a kill matrix, a record at a time, and reads it. */
public final class KillMatrixFile implements Closeable {

  /** The file of what exploration found. */
  public static final String EXPLORED = "kill-matrix.ndjson";

  /** The file of what stress found. */
  public static final String STRESSED = "kill-matrix-stress.ndjson";

  private static final String RUN_AGAIN = "Run the program again that wrote it";

  private final BufferedWriter lines;

  private KillMatrixFile(BufferedWriter lines) {
    this.lines = lines;
  }

  /** Starts a file, in place of any that is there. Directories are made as needed. */
  public static KillMatrixFile create(Path file, KillMatrixHeader header) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    KillMatrixFile created = new KillMatrixFile(Files.newBufferedWriter(file));
    created.append(header);
    return created;
  }

  /** Appends a record, which is in the file when this returns. */
  public synchronized void append(KillMatrixRecord record) throws IOException {
    lines.write(StrictJson.line(record));
    lines.flush();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }

  /**
   * Reads a file.
   *
   * @return its records, the header first; empty if there is no such file
   * @throws EvidenceException if it is damaged or of another schema
   */
  public static Optional<List<KillMatrixRecord>> read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    List<KillMatrixRecord> records = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      records.add(StrictJson.parseLine(file, line, KillMatrixRecord.class, RUN_AGAIN));
    }
    if (records.isEmpty() || !(records.get(0) instanceof KillMatrixHeader header)) {
      throw new EvidenceException(file, "has no header", RUN_AGAIN);
    }
    StrictJson.requireSchema(file, header.schema(), KillMatrixHeader.SCHEMA, RUN_AGAIN);
    return Optional.of(records);
  }
}
