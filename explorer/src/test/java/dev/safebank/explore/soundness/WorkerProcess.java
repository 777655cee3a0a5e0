package dev.safebank.explore.soundness;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/** A JVM that explores programs; where one does not survive that, the next gets another. */
final class WorkerProcess implements AutoCloseable {

  private final Class<?> main;
  private final String classPath;
  private final Duration limit;
  private final File errors;
  private Process process;
  private BufferedReader in;
  private PrintWriter out;

  /**
   * Starts none yet.
   *
   * @param main what to run: {@link Worker}, or something that serves as it does
   * @param errors where to write what the JVM prints
   */
  WorkerProcess(Class<?> main, Duration limit, File errors) {
    this.main = main;
    StringBuilder path = new StringBuilder(System.getProperty("java.class.path"));
    NewerJdk.classPath().forEach(folder -> path.append(File.pathSeparator).append(folder));
    this.classPath = path.toString();
    this.limit = limit;
    this.errors = errors;
  }

  Observation explore(Request request) {
    try {
      if (process == null || !process.isAlive()) {
        start();
      }
      out.println(Worker.write(request));
      return observation(request.program());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted while " + request + " was explored", e);
    }
  }

  /** What the JVM itself prints goes to the same stream, and is its last word. */
  private Observation observation(String program) throws IOException, InterruptedException {
    StringBuilder lastWords = new StringBuilder();
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.startsWith("{")) {
        Observation observation = Worker.read(line);
        if (observation.ending().isLast()) {
          process.waitFor();
        }
        return observation;
      }
      lastWords.append(line).append('\n');
    }
    String text = "the JVM ended with exit code " + process.waitFor() + ": " + lastWords;
    return Observation.of(program, Observation.Ending.CRASHED, text, 0);
  }

  private void start() throws IOException {
    process = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--add-exports=java.base/jdk.internal.vm=ALL-UNNAMED",
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-cp",
            classPath,
            main.getName(),
            String.valueOf(limit.toSeconds()))
        .redirectError(ProcessBuilder.Redirect.appendTo(errors))
        .start();
    in = process.inputReader(StandardCharsets.UTF_8);
    out = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
  }

  @Override
  public void close() {
    if (process != null) {
      process.destroyForcibly();
    }
  }
}
