package dev.safebank.report.gather;

import dev.safebank.report.verdict.Witness;
import dev.safebank.stress.evidence.ExplorationRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Finds the steps of an interleaving that a reader should look at: those that touch a variable that
 * another actor, which is in the middle of its part, changes in the course of it.
 */
final class Intrusions {

  private static final Pattern READ = Pattern.compile("reads (?<variable>.+?)(?:: .*)?");
  private static final Pattern CHANGE = Pattern.compile("(?<variable>\\S+) .*→.*");

  private final List<ExplorationRecord.Step> steps;

  private Intrusions(List<ExplorationRecord.Step> steps) {
    this.steps = steps;
  }

  static List<Witness.Step> marked(List<ExplorationRecord.Step> steps) {
    Intrusions intrusions = new Intrusions(steps);
    List<Witness.Step> marked = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      ExplorationRecord.Step step = steps.get(i);
      Witness.Mark mark = intrusions.intrudes(i) ? Witness.Mark.INTRUDES : Witness.Mark.NONE;
      marked.add(new Witness.Step(step.actor(), step.where(), step.what(), mark));
    }
    return marked;
  }

  private boolean intrudes(int index) {
    ExplorationRecord.Step step = steps.get(index);
    Optional<String> variable = touched(step);
    return variable.isPresent()
        && steps.stream()
            .map(ExplorationRecord.Step::actor)
            .distinct()
            .filter(actor -> !actor.equals(step.actor()))
            .anyMatch(actor -> midway(actor, index) && changes(actor, variable.get()));
  }

  private boolean midway(String actor, int index) {
    return IntStream.range(0, index).anyMatch(i -> steps.get(i).actor().equals(actor))
        && IntStream.range(index + 1, steps.size())
            .anyMatch(i -> steps.get(i).actor().equals(actor));
  }

  private boolean changes(String actor, String variable) {
    return steps.stream()
        .filter(step -> step.actor().equals(actor))
        .map(step -> CHANGE.matcher(step.what()))
        .anyMatch(change -> change.matches() && change.group("variable").equals(variable));
  }

  private static Optional<String> touched(ExplorationRecord.Step step) {
    Matcher read = READ.matcher(step.what());
    if (read.matches()) {
      return Optional.of(read.group("variable"));
    }
    Matcher change = CHANGE.matcher(step.what());
    return change.matches() ? Optional.of(change.group("variable")) : Optional.empty();
  }
}
