package dev.safebank.report.gate;

import dev.safebank.console.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A marker file that the gate writes beside the verdicts when it has made all its checks, whatever
 * their results. It shows that the gate of a build was not skipped.
 */
public final class GateRun {

  private static final String NAME = "gate.txt";

  private GateRun() {}

  /** Writes the marker of a build. */
  public static void mark(Path folder, String build) throws IOException {
    WholeFile.write(folder.resolve(NAME), build.getBytes(StandardCharsets.UTF_8));
  }

  /** Whether the gate made all its checks in this build. */
  public static boolean of(Path folder, String build) throws IOException {
    Path file = folder.resolve(NAME);
    return Files.isRegularFile(file) && Files.readString(file).equals(build);
  }
}
