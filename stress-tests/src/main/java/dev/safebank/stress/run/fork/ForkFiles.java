package dev.safebank.stress.run.fork;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files that a fork writes.
 *
 * @param work the directory that it writes to
 * @param fork its number, which no other fork of this directory has
 */
record ForkFiles(Path work, int fork) {

  /** The directory, beside the work directory, of what JVMs that crashed have written. */
  private static final String CRASHES = "crashes";

  private static final String BLOCKAGES = "-Dsafebank.blockages=";

  ForkFiles {
    work = work.toAbsolutePath();
  }

  /** The file of the watchdog's findings. */
  Path blockages() {
    return work.resolve("blockages-" + fork + ".ndjson");
  }

  /** The options that make a JVM write here, and nowhere else, whatever becomes of it. */
  List<String> options() {
    return List.of(
        BLOCKAGES + blockages(),
        "-XX:ErrorFile=" + work.resolve(crashLog() + "%p.log"),
        "-XX:ReplayDataFile=" + work.resolve("replay-" + fork + "-%p.log"),
        "-XX:-CreateCoredumpOnCrash");
  }

  /** Whether these are the files of a process, by its arguments. */
  boolean belongTo(List<String> arguments) {
    return arguments.contains(BLOCKAGES + blockages());
  }

  /** Moves the log of a JVM that crashed to where it stays; empty if there is none. */
  Optional<Path> keepCrashLog() throws IOException {
    Optional<Path> log;
    try (Stream<Path> files = Files.list(work)) {
      log = files
          .filter(file -> file.getFileName().toString().startsWith(crashLog()))
          .findFirst();
    }
    if (log.isEmpty()) {
      return log;
    }
    Path kept = Files.createDirectories(work.resolveSibling(CRASHES))
        .resolve(log.get().getFileName().toString().replace(crashLog(), "hs_err_pid"));
    return Optional.of(Files.move(log.get(), kept));
  }

  private String crashLog() {
    return "crash-" + fork + "-";
  }
}
