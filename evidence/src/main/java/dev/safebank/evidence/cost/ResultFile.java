package dev.safebank.evidence.cost;

import dev.safebank.evidence.StrictJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Writes and reads results, one JSON file a run. */
public final class ResultFile {

  private static final String RUN_AGAIN = "Run the program again that wrote it";

  private static final long LARGEST = 64L << 20;

  private ResultFile() {}

  /** Writes a run, in place of any file that is there. Directories are made as needed. */
  public static void write(Path file, ResultRecord run) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, StrictJson.document(run));
  }

  /** Reads a run of the benchmarks; empty if there is no such file. */
  public static Optional<BenchmarkRun> readBenchmarks(Path file) throws IOException {
    return read(file, BenchmarkRun.class, BenchmarkRun.SCHEMA);
  }

  /** Reads a run of the original program; empty if there is no such file. */
  public static Optional<OriginalProgramRun> readOriginalProgram(Path file) throws IOException {
    return read(file, OriginalProgramRun.class, OriginalProgramRun.SCHEMA);
  }

  private static <R extends ResultRecord> Optional<R> read(Path file, Class<R> type, String schema)
      throws IOException {
    return Files.exists(file)
        ? Optional.of(StrictJson.readDocument(file, LARGEST, type, schema, RUN_AGAIN))
        : Optional.empty();
  }
}
