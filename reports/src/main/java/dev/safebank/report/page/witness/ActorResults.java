package dev.safebank.report.page.witness;

import dev.safebank.model.specification.Call;
import dev.safebank.model.specification.Outcome;
import dev.safebank.model.specification.Program;
import java.util.ArrayList;
import java.util.List;

/** Reads from an outcome what each actor's calls returned. */
final class ActorResults {

  private static final String BALANCES = " and [";
  private static final String BETWEEN_ACTORS = " ‖ ";
  private static final String BETWEEN_CALLS = ", ";

  private ActorResults() {}

  /**
   * The results of each actor, in words.
   *
   * @param outcome as {@link Outcome} writes it, or as a scenario reports it: the results of all
   *     calls in their order, and whatever else it reports
   * @return one for each actor; none if the outcome does not say, as where actors wait forever
   */
  static List<String> of(Program program, String outcome) {
    int balances = outcome.lastIndexOf(BALANCES);
    List<String> results = balances >= 0
        ? List.of(outcome.substring(0, balances).split(BETWEEN_ACTORS, -1))
        : reported(program, List.of(outcome.split(BETWEEN_CALLS, -1)));
    return results.size() == program.actors().size() ? results : List.of();
  }

  private static List<String> reported(Program program, List<String> words) {
    List<String> results = new ArrayList<>();
    int next = 0;
    for (List<Call> actor : program.actors()) {
      int end = next + actor.size();
      if (end > words.size()) {
        return List.of();
      }
      results.add(String.join(BETWEEN_CALLS, words.subList(next, end)));
      next = end;
    }
    return results;
  }
}
