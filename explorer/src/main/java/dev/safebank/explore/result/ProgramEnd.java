package dev.safebank.explore.result;

import java.util.List;
import java.util.Optional;

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
    return words(calls, observed, failure);
  }

  /** The words for such an end: they are put together in every execution. */
  public static String words(
      List<List<CallEnd>> calls, Optional<String> observed, Optional<String> failure) {
    StringBuilder words = new StringBuilder();
    for (int actor = 0; actor < calls.size(); actor++) {
      words.append(actor == 0 ? "" : " ‖ ");
      List<CallEnd> ofActor = calls.get(actor);
      for (int call = 0; call < ofActor.size(); call++) {
        words.append(call == 0 ? "" : ", ").append(ofActor.get(call));
      }
    }
    observed.ifPresent(seen -> words.append(" and ").append(seen));
    failure.ifPresent(thrown -> words.append("; the final check threw ").append(thrown));
    return words.toString();
  }
}
