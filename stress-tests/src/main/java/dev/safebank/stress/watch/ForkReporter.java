package dev.safebank.stress.watch;

import dev.safebank.stress.evidence.Blockage;
import dev.safebank.stress.evidence.BlockageFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Reports out of a forked JVM: the first deadlock and the first stall go to the file that the
 * system property {@value #FILE} names, if it is set; what cannot be resolved halts the JVM.
 */
final class ForkReporter implements Reporter {

  static final String FILE = "safebank.blockages";

  private final Optional<String> file = Optional.ofNullable(System.getProperty(FILE));
  private final Set<Blockage.Kind> kept = EnumSet.noneOf(Blockage.Kind.class);

  @Override
  public void found(Blockage.Kind kind, Supplier<Blockage> blockage) {
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
      System.err.println(inWords(blockage));
      System.err.flush();
    }
    Runtime.getRuntime().halt(Watchdog.HALTED);
  }

  private static String inWords(Blockage blockage) {
    StringBuilder words = new StringBuilder();
    words.append(
        "safebank watchdog: %s, and no interrupt ends it; this JVM halts with exit code %d."
            .formatted(blockage.kind(), Watchdog.HALTED));
    for (Blockage.BlockedThread thread : blockage.threads()) {
      words.append("%n%s is %s, waits for %s, held by %s"
          .formatted(
              thread.actor(),
              thread.state(),
              orUnknown(thread.waitsFor()),
              orUnknown(thread.heldBy())));
      thread.stack().forEach(frame -> words.append("%n    at %s".formatted(frame)));
    }
    return words.toString();
  }

  private static String orUnknown(String name) {
    return name.isEmpty() ? "nobody known" : name;
  }
}
