package dev.safebank.report.page;

import dev.safebank.report.verdict.CellVerdict;
import dev.safebank.report.verdict.Exploration;
import dev.safebank.report.verdict.OutcomeVerdict;
import dev.safebank.report.verdict.Witness;
import dev.safebank.report.words.Figures;
import dev.safebank.stress.evidence.Blockage;
import dev.safebank.stress.evidence.ScenarioFacts;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A scenario on a variant's page.
 *
 * @param facts what the scenario is
 * @param cell what is known of it
 * @param outcomes its outcomes, zeros included
 * @param configurations the VM configurations that saw any
 * @param interleavings witnesses that the explorer found
 * @param blockages witnesses that stress met
 */
public record ScenarioSection(
    ScenarioFacts facts,
    CellVerdict cell,
    List<OutcomeRow> outcomes,
    SortedSet<String> configurations,
    List<Lanes> interleavings,
    List<Waiting> blockages) {

  /**
   * An outcome.
   *
   * @param verdict what is known of it
   * @param bar its count
   * @param share its part of all samples
   */
  public record OutcomeRow(OutcomeVerdict verdict, Bar bar, String share) {

    /** Its interleavings as a number, or a word where there is none. */
    public String interleavings() {
      return verdict
          .interleavings()
          .map(count -> count == 0 ? "unreachable" : Figures.count(count))
          .orElse("–");
    }

    /** How often a configuration saw it. */
    public String seenOn(String configuration) {
      return Figures.count(verdict.configurations().getOrDefault(configuration, 0L));
    }
  }

  /**
   * Actors that wait for ever, as stress met them.
   *
   * @param witness what was met
   * @param graph the same, drawn
   */
  public record Waiting(Witness.ObservedBlockage witness, WaitGraph graph) {

    /** Whether it is a cycle. */
    public boolean cycle() {
      return witness.blockage().kind() == Blockage.Kind.DEADLOCK;
    }
  }

  static ScenarioSection of(ScenarioFacts facts, CellVerdict cell) {
    SortedSet<String> configurations = new TreeSet<>();
    cell.outcomes().forEach(row -> configurations.addAll(row.configurations().keySet()));
    long samples = cell.samples();
    return new ScenarioSection(
        facts,
        cell,
        cell.outcomes().stream()
            .map(outcome -> new OutcomeRow(
                outcome,
                Bar.of(outcome.samples(), samples),
                Figures.share(outcome.samples(), samples)))
            .toList(),
        configurations,
        cell.witnesses().stream()
            .filter(Witness.Interleaving.class::isInstance)
            .map(Witness.Interleaving.class::cast)
            .map(Lanes::of)
            .toList(),
        cell.witnesses().stream()
            .filter(Witness.ObservedBlockage.class::isInstance)
            .map(Witness.ObservedBlockage.class::cast)
            .map(witness -> new Waiting(witness, WaitGraph.of(witness.blockage())))
            .toList());
  }

  /** The anchor of this section. */
  public String anchor() {
    return Links.anchor(facts.name());
  }

  /** This section in short. */
  public CellChip chip() {
    return CellChip.of(cell, "#" + anchor());
  }

  /** Whether the scenario's interleavings were run. */
  public boolean explored() {
    return cell.exploration().isPresent();
  }

  /** What was run, or why nothing was, in one line. */
  public String amount() {
    String stressed = cell.forks() == 0
        ? cell.status() + ": " + cell.reason()
        : "%s: %s in %s%s"
            .formatted(
                cell.status(),
                Figures.count(cell.samples(), "sample"),
                Figures.count(cell.forks(), "fork"),
                cell.reason().isEmpty() ? "" : "; " + cell.reason());
    return cell.exploration()
            .map(explored -> stressed + "; " + explored(explored))
            .orElse(stressed) + ".";
  }

  private static String explored(Exploration explored) {
    return Figures.count(explored.interleavings(), "interleaving") + " explored, "
        + (explored.complete() ? "which are all" : "not all");
  }
}
