package dev.safebank.stress.run.progress;

import java.io.PrintStream;
import java.time.Duration;

/** Displays the progress of a run. */
public sealed interface ProgressDisplay {

  /** Shows the current state; called several times a second. */
  void show(String line, Duration elapsed);

  /** Prints a line that stays. */
  void say(String message);

  /** Ends the display. */
  void close();

  /**
   * The display for an output: one line that is updated in place on a terminal, a line every 15
   * seconds elsewhere.
   */
  static ProgressDisplay on(PrintStream out, boolean terminal, int columns) {
    return terminal ? new OneLine(out, columns) : new Lines(out);
  }

  /** A line that is updated in place. */
  final class OneLine implements ProgressDisplay {

    private static final String CLEAR_LINE = "\r\u001b[2K";

    private final PrintStream out;
    private final int columns;

    OneLine(PrintStream out, int columns) {
      this.out = out;
      this.columns = columns;
    }

    @Override
    public synchronized void show(String line, Duration elapsed) {
      out.print(CLEAR_LINE + line.substring(0, Math.min(line.length(), columns - 1)));
      out.flush();
    }

    @Override
    public synchronized void say(String message) {
      out.println(CLEAR_LINE + message);
    }

    @Override
    public synchronized void close() {
      out.print(CLEAR_LINE);
      out.flush();
    }
  }

  /** A line every 15 seconds. */
  final class Lines implements ProgressDisplay {

    private static final Duration EVERY = Duration.ofSeconds(15);

    private final PrintStream out;
    private Duration next = EVERY;

    Lines(PrintStream out) {
      this.out = out;
    }

    @Override
    public synchronized void show(String line, Duration elapsed) {
      if (elapsed.compareTo(next) >= 0) {
        out.println(line);
        next = EVERY.multipliedBy(elapsed.dividedBy(EVERY) + 1);
      }
    }

    @Override
    public synchronized void say(String message) {
      out.println(message);
    }

    @Override
    public void close() {
      // Nothing to clear.
    }
  }
}
