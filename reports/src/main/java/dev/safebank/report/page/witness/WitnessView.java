package dev.safebank.report.page.witness;

import dev.safebank.report.page.diagram.WaitGraph;
import java.util.List;
import java.util.Optional;

/**
 * A view of an interleaving: one column per actor, with time running downwards.
 *
 * @param id of the witness on the page
 * @param outcome where it leads
 * @param simplest whether it is known to be the simplest that does
 * @param switches how often another actor moves than in the step before
 * @param actors the columns, from left to right
 * @param steps from top to bottom; actors that wait forever come last
 * @param openingTotal of all balances; empty if it is not known
 * @param graph who waits for what at the end; empty if no actor does
 * @param replay the command that runs it again; empty if none is known
 */
public record WitnessView(
    String id,
    String outcome,
    boolean simplest,
    int switches,
    List<Lane> actors,
    List<LaneStep> steps,
    String openingTotal,
    Optional<WaitGraph> graph,
    String replay) {

  private static final int MOST_COLUMNS = 4;

  /**
   * The head of a column.
   *
   * @param name of the actor
   * @param part what it does; empty if that is not known
   * @param returned what its calls have returned at the end; empty if they have not, or it is not
   *     known
   */
  public record Lane(String name, String part, String returned) {

    /** The actor's name and what it does. */
    public String words() {
      return part.isEmpty() ? name : name + ": " + part;
    }
  }

  public WitnessView {
    actors = List.copyOf(actors);
    steps = List.copyOf(steps);
  }

  /** The class that makes room for the columns. */
  public String css() {
    return "of-" + Math.min(actors.size(), MOST_COLUMNS);
  }

  /** The class that puts a step into its column. */
  public static String column(int lane) {
    return "in-" + Math.min(lane + 1, MOST_COLUMNS);
  }
}
