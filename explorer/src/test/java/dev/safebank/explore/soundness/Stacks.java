package dev.safebank.explore.soundness;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;

/** Stacks as text. */
final class Stacks {

  private static final int MOST_FRAMES = 25;
  private static final int MOST_THREADS = 6;

  private Stacks() {}

  static String of(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text, true));
    return text.toString();
  }

  /** Those of threads that are about explorations: none of the JVM's own, and not too many. */
  static String ofExplorers() {
    return Thread.getAllStackTraces().entrySet().stream()
        .filter(thread -> Arrays.stream(thread.getValue())
            .anyMatch(frame -> frame.getClassName().startsWith("dev.safebank.")))
        .filter(thread -> thread.getKey() != Thread.currentThread())
        .sorted(Comparator.comparing(thread -> thread.getKey().getName()))
        .limit(MOST_THREADS)
        .map(Stacks::of)
        .collect(Collectors.joining("\n"));
  }

  private static String of(Map.Entry<Thread, StackTraceElement[]> thread) {
    return thread.getKey()
        + Arrays.stream(thread.getValue())
            .limit(MOST_FRAMES)
            .map(frame -> "\n    at " + frame)
            .collect(Collectors.joining());
  }
}
