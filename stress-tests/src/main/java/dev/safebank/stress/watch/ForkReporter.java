package dev.safebank.stress.watch;

import dev.safebank.evidence.Blockage;
import dev.safebank.evidence.BlockageFile;
import dev.safebank.evidence.BlockageKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Reports from a forked JVM: writes the first of each kind of blockage to the file that the system
 * property {@value #FILE} names, if it is set, and halts the JVM if no interrupt ends one.
 */
final class ForkReporter implements Reporter {

  static final String FILE = "safebank.blockages";

  private final Optional<String> file = Optional.ofNullable(System.getProperty(FILE));
  private final Set<BlockageKind> kept = EnumSet.noneOf(BlockageKind.class);

  @Override
  public void found(BlockageKind kind, Supplier<Blockage> blockage) {
    if (kept.add(kind)) {
      file.ifPresent(path -> append(path, blockage.get()));
    }
  }

  private static void append(String path, Blockage blockage) {
    try {
      BlockageFile.append(Path.of(path), blockage);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot append a blockage to " + path, e);
    }
  }

  @Override
  public void unresolvable(Blockage blockage) {
    found(blockage.kind(), () -> blockage);
    if (file.isEmpty()) {
      System.err.println(describe(blockage));
      System.err.flush();
    }
    Runtime.getRuntime().halt(Watchdog.HALTED);
  }

  private static String describe(Blockage blockage) {
    StringBuilder text = new StringBuilder();
    text.append("safebank watchdog: %s, and no interrupt ends it. This JVM halts with exit code %d."
        .formatted(blockage.kind(), Watchdog.HALTED));
    for (Blockage.BlockedThread thread : blockage.threads()) {
      text.append("%n%s is %s, waits for %s, held by %s"
          .formatted(
              thread.actor(),
              thread.state(),
              nameOrUnknown(thread.waitsFor()),
              nameOrUnknown(thread.heldBy())));
      thread.stack().forEach(frame -> text.append("%n    at %s".formatted(frame)));
    }
    return text.toString();
  }

  private static String nameOrUnknown(String name) {
    return name.isEmpty() ? "unknown" : name;
  }
}
