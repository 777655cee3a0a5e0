package dev.safebank.report.gather;

import dev.safebank.report.verdict.Exploration;
import dev.safebank.report.verdict.Witness;
import dev.safebank.stress.evidence.ExplorationRecord;
import dev.safebank.stress.evidence.ScenarioFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Takes over what the explorer recorded of a cell. */
final class ExplorationAdapter {

  private ExplorationAdapter() {}

  static CellExploration of(ExplorationRecord explored) {
    SortedMap<String, Long> outcomes = new TreeMap<>();
    explored
        .outcomes()
        .forEach(
            (outcome, count) -> outcomes.merge(ScenarioFacts.canonical(outcome), count, Long::sum));
    return new CellExploration(
        explored.test(),
        new Exploration(
            explored.interleavings(),
            explored.incomplete().isEmpty(),
            explored.incomplete(),
            explored.relaxed(),
            explored.races().stream()
                .map(race -> new Exploration.Race(race.variable(), race.first(), race.second()))
                .toList()),
        outcomes,
        explored.serial().stream().map(ScenarioFacts::canonical).collect(Collectors.toSet()),
        explored.witnesses().stream().map(ExplorationAdapter::witness).toList());
  }

  private static Witness witness(ExplorationRecord.Witness witness) {
    List<Witness.Step> steps = new ArrayList<>(Intrusions.marked(witness.steps()));
    witness
        .waiting()
        .forEach(actor -> steps.add(
            new Witness.Step(actor.actor(), actor.where(), words(actor), Witness.Mark.WAITS)));
    return new Witness.Interleaving(
        ScenarioFacts.canonical(witness.outcome()), witness.simplest(), steps);
  }

  private static String words(ExplorationRecord.Waiting actor) {
    String holders =
        actor.heldBy().isEmpty() ? "" : ", held by " + String.join(" and ", actor.heldBy());
    return "waits for ever for " + actor.what() + holders;
  }
}
