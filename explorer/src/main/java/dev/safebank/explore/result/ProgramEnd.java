package dev.safebank.explore.result;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How an execution of a program of actors ended.
 *
 * @param calls of each actor, in its order; after one that waits forever there is none
 * @param observed what the program leaves behind, if it looks at that
 * @param failure what the final check threw; empty if it threw nothing or was not made
 */
public record ProgramEnd(
    List<List<CallEnd>> calls, Optional<String> observed, Optional<String> failure) {

  /** An end. */
  public ProgramEnd {
    calls = calls.stream().map(List::copyOf).toList();
  }

  /** Whether some call never returns. */
  public boolean waits() {
    return calls.stream().flatMap(List::stream).anyMatch(CallEnd.Waits.class::isInstance);
  }

  /** The outcome in words, e.g. {@code true ‖ 150 and [50, 150]}. */
  @Override
  public String toString() {
    return calls.stream()
            .map(actor -> actor.stream().map(CallEnd::toString).collect(Collectors.joining(", ")))
            .collect(Collectors.joining(" ‖ "))
        + observed.map(words -> " and " + words).orElse("")
        + failure.map(words -> "; the final check threw " + words).orElse("");
  }
}
