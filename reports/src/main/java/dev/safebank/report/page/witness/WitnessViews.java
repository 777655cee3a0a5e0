package dev.safebank.report.page.witness;

import dev.safebank.model.specification.Call;
import dev.safebank.model.specification.Program;
import dev.safebank.report.page.diagram.WaitGraph;
import dev.safebank.report.page.diagram.WaitLink;
import dev.safebank.report.page.link.Anchors;
import dev.safebank.report.page.link.LineLinks;
import dev.safebank.report.text.StepText;
import dev.safebank.report.verdict.VerdictHolder;
import dev.safebank.report.verdict.VerdictLocation;
import dev.safebank.report.verdict.VerdictStep;
import dev.safebank.report.verdict.VerdictWait;
import dev.safebank.report.verdict.VerdictWitness;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Creates the views of the witnesses of one page and numbers them in that order. */
public final class WitnessViews {

  private static final JsonMapper JSON = new JsonMapper();

  private final Anchors anchors;
  private final LineLinks lines;
  private int count;

  /** The views of a page with these lines of source. */
  public WitnessViews(Anchors anchors, LineLinks lines) {
    this.anchors = anchors;
    this.lines = lines;
  }

  /**
   * The view of a witness.
   *
   * @param program what the actors call; empty if that is not known
   * @param parts what each actor does, in words; may be empty
   * @param replay the command that runs it again
   */
  public WitnessView of(
      VerdictWitness.Interleaving witness,
      Optional<Program> program,
      List<String> parts,
      String replay) {
    String id = anchors.witness(++count);
    List<StepState> states =
        BankTrace.of(witness, program.map(Program::openingBalances).orElse(List.of()));
    List<LaneStep> steps = new ArrayList<>();
    for (VerdictStep step : witness.steps()) {
      steps.add(step(id, steps, witness, step, states.get(steps.size())));
    }
    StepState last = states.isEmpty()
        ? new StepState(List.of(), List.of(), "", List.of(), false)
        : states.get(states.size() - 1);
    for (VerdictWait wait : witness.waiting()) {
      steps.add(wait(id, steps, witness, wait, last));
    }
    return new WitnessView(
        id,
        witness.outcome(),
        witness.simplest(),
        witness.switches(),
        lanes(
            witness.actors(),
            parts,
            program.map(calls -> ActorResults.of(calls, witness.outcome())).orElse(List.of())),
        steps,
        program.map(WitnessViews::openingTotal).orElse(""),
        graph(witness, last),
        replay);
  }

  /** What each actor of a program does, in words. */
  public static List<String> parts(Program program) {
    return program.actors().stream()
        .map(calls -> calls.stream().map(Call::toString).collect(Collectors.joining(", ")))
        .toList();
  }

  private static String openingTotal(Program program) {
    return program.openingBalances().stream()
        .map(BigInteger::valueOf)
        .reduce(BigInteger.ZERO, BigInteger::add)
        .toString();
  }

  private static List<WitnessView.Lane> lanes(
      List<String> actors, List<String> parts, List<String> returned) {
    List<WitnessView.Lane> lanes = new ArrayList<>();
    for (int i = 0; i < actors.size(); i++) {
      lanes.add(new WitnessView.Lane(
          actors.get(i),
          i < parts.size() ? parts.get(i) : "",
          i < returned.size() ? returned.get(i) : ""));
    }
    return lanes;
  }

  private LaneStep step(
      String id,
      List<LaneStep> before,
      VerdictWitness.Interleaving witness,
      VerdictStep step,
      StepState state) {
    LaneStep.Mark mark = state.stale()
        ? LaneStep.Mark.STALE
        : step.interferes() ? LaneStep.Mark.INTERFERES : LaneStep.Mark.NONE;
    String text = state.stale() ? StepText.of(step) + " (stale)" : StepText.of(step);
    return laneStep(id, before, witness, step.actor(), text, step.where(), mark, state);
  }

  private LaneStep wait(
      String id,
      List<LaneStep> before,
      VerdictWitness.Interleaving witness,
      VerdictWait wait,
      StepState state) {
    String text = StepText.of(wait, witness.actors());
    return laneStep(
        id, before, witness, wait.actor(), text, wait.where(), LaneStep.Mark.WAITS, state);
  }

  private LaneStep laneStep(
      String id,
      List<LaneStep> before,
      VerdictWitness.Interleaving witness,
      int actor,
      String text,
      VerdictLocation where,
      LaneStep.Mark mark,
      StepState state) {
    int number = before.size() + 1;
    return new LaneStep(
        id + "-step-" + number,
        number,
        actor,
        witness.actors().get(actor),
        text,
        StepText.of(where),
        where.line(),
        lines.id(where),
        mark,
        !before.isEmpty() && before.get(before.size() - 1).lane() != actor,
        JSON.writeValueAsString(state));
  }

  private static Optional<WaitGraph> graph(VerdictWitness.Interleaving witness, StepState last) {
    List<WaitLink> links = new ArrayList<>();
    for (int i = 0; i < witness.waiting().size(); i++) {
      VerdictWait wait = witness.waiting().get(i);
      int step = witness.steps().size() + i + 1;
      links.add(new WaitLink(
          witness.actors().get(wait.actor()),
          wait.resource().isEmpty() ? StepText.of(wait.kind(), "") : wait.resource(),
          wait.heldBy().stream()
              .findFirst()
              .map(holder -> holder(witness, holder))
              .orElse(""),
          "waits :" + wait.where().line(),
          wait.heldBy().stream()
              .findFirst()
              .map(holder -> "holds since :" + holder.since().line())
              .orElse(""),
          step,
          takenAt(last, wait)));
    }
    return links.isEmpty() ? Optional.empty() : Optional.of(WaitGraph.of(links));
  }

  private static String holder(VerdictWitness.Interleaving witness, VerdictHolder holder) {
    String name = holder.actor().map(witness.actors()::get).orElse("constructor");
    return holder.ended() ? name + " (ended)" : name;
  }

  private static int takenAt(StepState last, VerdictWait wait) {
    return last.locks().stream()
        .filter(lock -> lock.name().equals(wait.resource()))
        .mapToInt(StepState.HeldLock::step)
        .max()
        .orElse(0);
  }
}
