package dev.safebank.stress.program;

import dev.safebank.evidence.ScopeRecord;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Reports the progress of the exploration of scopes, with an estimate of the remaining time. */
public final class ScopeProgress {

  private static final Duration INTERVAL = Duration.ofSeconds(10);

  private final PrintStream out;
  private final int variants;
  private final List<Scope> scopes;
  private final long programs;

  /** The programs that this JVM explores. */
  private final long own;

  private final long start = System.nanoTime();
  private long done;
  private long explored;
  private long interleavings;
  private Duration lastTold = Duration.ZERO;

  /**
   * Progress of the exploration of some scopes.
   *
   * @param variants on how many
   * @param ownVariants on how many of them in this JVM
   */
  public ScopeProgress(PrintStream out, int variants, int ownVariants, List<Scope> scopes) {
    this.out = out;
    this.variants = variants;
    this.scopes = List.copyOf(scopes);
    long programsOfVariant = scopes.stream().mapToLong(Scope::size).sum();
    this.programs = variants * programsOfVariant;
    this.own = ownVariants * programsOfVariant;
  }

  /** Prints what is going to be explored. */
  public void start() {
    out.printf(Locale.ROOT, "explore-programs: %,d programs on %d variants:%n", programs, variants);
    scopes.forEach(
        scope -> out.printf(Locale.ROOT, "  all %,d of %s%n", scope.size(), scope.words()));
  }

  /** A listener for the exploration of one variant in one scope. */
  public ScopeListener of(String variant, Scope scope) {
    long before = done;
    return inScope -> {
      done = before + inScope;
      Duration elapsed = elapsed();
      if (elapsed.minus(lastTold).compareTo(INTERVAL) >= 0) {
        lastTold = elapsed;
        out.printf(
            Locale.ROOT,
            "explore-programs: %,d of %,d programs, about %,d s left (%s, %s)%n",
            done,
            own,
            left(elapsed).toSeconds(),
            variant,
            scope.words());
        out.flush();
      }
    };
  }

  /** The estimated remaining time, from the average time of the programs so far. */
  private Duration left(Duration elapsed) {
    return Duration.ofMillis((long) (elapsed.toMillis() * ((double) (own - done) / done)));
  }

  /** Records that a variant was explored in a scope. */
  public void explored(ScopeRecord record) {
    explored += record.explored();
    interleavings += record.interleavings();
  }

  /** Prints what was explored. */
  public void end(Path evidence) {
    out.printf(
        Locale.ROOT,
        "explore-programs: %,d of %,d programs to their end, %,d interleavings, %.1f s. Evidence: %s%n",
        explored,
        programs,
        interleavings,
        elapsed().toMillis() / 1e3,
        evidence);
  }

  private Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
