package dev.safebank.report.page;

import dev.safebank.report.verdict.Witness;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * An interleaving as lanes: one per actor, time going down.
 *
 * @param outcome where it leads
 * @param simplest whether it is known to be the simplest that does
 * @param actors the lanes, from left to right
 * @param steps from top to bottom
 */
public record Lanes(String outcome, boolean simplest, List<String> actors, List<LaneStep> steps) {

  /** The distance between two lanes. */
  public static final int PITCH = 22;

  /**
   * A step in its lane.
   *
   * @param lane which, counted from 0
   * @param step what happens
   */
  public record LaneStep(int lane, Witness.Step step) {

    /** Where the lane is. */
    public int x() {
      return Lanes.x(lane);
    }

    /** The class that marks it. */
    public String css() {
      return step.mark().name().toLowerCase(Locale.ROOT);
    }
  }

  static Lanes of(Witness.Interleaving witness) {
    Set<String> names = new LinkedHashSet<>();
    witness.steps().forEach(step -> names.add(step.actor()));
    List<String> actors = List.copyOf(names);
    List<LaneStep> steps = new ArrayList<>();
    for (Witness.Step step : witness.steps()) {
      steps.add(new LaneStep(actors.indexOf(step.actor()), step));
    }
    return new Lanes(witness.outcome(), witness.simplest(), actors, steps);
  }

  /** Where a lane is. */
  public static int x(int lane) {
    return PITCH / 2 + lane * PITCH;
  }

  /** The class that leaves room for the lanes. */
  public String css() {
    return "lanes-" + (actors.size() < 4 ? actors.size() : "many");
  }

  /** How much room all lanes take. */
  public int width() {
    return actors.size() * PITCH;
  }
}
