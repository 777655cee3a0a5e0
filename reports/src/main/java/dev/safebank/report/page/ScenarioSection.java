package dev.safebank.report.page;

import dev.safebank.console.text.NumberFormats;
import dev.safebank.model.specification.Program;
import dev.safebank.report.page.diagram.Bar;
import dev.safebank.report.page.diagram.WaitGraph;
import dev.safebank.report.page.diagram.WaitLink;
import dev.safebank.report.page.link.Anchors;
import dev.safebank.report.page.witness.ProgramReader;
import dev.safebank.report.page.witness.WitnessView;
import dev.safebank.report.page.witness.WitnessViews;
import dev.safebank.report.verdict.CellVerdict;
import dev.safebank.report.verdict.ExplorationVerdict;
import dev.safebank.report.verdict.OutcomeKind;
import dev.safebank.report.verdict.OutcomeVerdict;
import dev.safebank.report.verdict.RunInfo;
import dev.safebank.report.verdict.ScenarioInfo;
import dev.safebank.report.verdict.VerdictRace;
import dev.safebank.report.verdict.VerdictWitness;
import dev.safebank.report.verdict.fleet.FleetInfo;
import dev.safebank.report.verdict.fleet.PlatformInfo;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A scenario as a section of a variant's page.
 *
 * @param anchor the id of this section
 * @param facts what the scenario is
 * @param cell what is known of it
 * @param outcomes those that were seen or reached
 * @param configurations the VM configurations that saw any
 * @param platforms the platforms, if there are several
 * @param interleavings witnesses that the explorer found
 * @param races data races that the explorer found
 * @param blockages witnesses that stress met
 */
public record ScenarioSection(
    String anchor,
    ScenarioInfo facts,
    CellVerdict cell,
    List<OutcomeRow> outcomes,
    SortedSet<String> configurations,
    List<String> platforms,
    List<WitnessView> interleavings,
    List<RaceSection> races,
    List<BlockageSection> blockages) {

  /**
   * An outcome as a row of a table.
   *
   * @param verdict what is known of it
   * @param bar its count
   * @param share its part of all samples
   * @param platforms how often each of several platforms saw it; empty if there are not several
   * @param allExplored whether every interleaving was run
   * @param excused whether it fails nothing although nothing explains it
   */
  public record OutcomeRow(
      OutcomeVerdict verdict,
      Bar bar,
      String share,
      SortedMap<String, Long> platforms,
      boolean allExplored,
      boolean excused) {

    /** Its interleavings as a number, or a word where there is none. */
    public String interleavings() {
      return verdict
          .interleavings()
          .map(
              count -> count > 0 ? NumberFormats.count(count) : allExplored ? "none" : "none found")
          .orElse("–");
    }

    /** How often a configuration saw it. */
    public String seenOn(String configuration) {
      return NumberFormats.count(verdict.configurations().getOrDefault(configuration, 0L));
    }

    /** How often one of several platforms saw it. */
    public String on(String platform) {
      long samples = platforms.getOrDefault(platform, 0L);
      return samples == 0 ? "never seen" : NumberFormats.count(samples);
    }

    /** On which of several platforms it was seen, if not on all. */
    public String onlyOn() {
      List<String> seen =
          platforms.keySet().stream().filter(name -> platforms.get(name) > 0).toList();
      return seen.isEmpty() || seen.size() == platforms.size()
          ? ""
          : "seen on %s only".formatted(String.join(", ", seen));
    }

    /** The class that sets the tone of its kind. */
    public String css() {
      return verdict.kind() == OutcomeKind.SERIAL
          ? "serial"
          : verdict.kind() == OutcomeKind.UNEXPLAINED && !excused ? "unexplained" : "anomaly";
    }

    /** Why it was seen although no interleaving gives it; empty if that is not so. */
    public String unexplained() {
      if (verdict.kind() != OutcomeKind.UNEXPLAINED) {
        return "";
      }
      return "Seen %s; no interleaving gives it. %s"
          .formatted(
              NumberFormats.count(verdict.samples(), "time"),
              excused
                  ? "Compilers and processors may reorder accesses that race; the races are below."
                  : "Nothing that is known explains it.");
    }
  }

  /**
   * A data race, and the command that replays it.
   *
   * @param race what was found
   * @param replay the command that runs an interleaving up to its second access; empty if unknown
   */
  public record RaceSection(VerdictRace race, String replay) {}

  /**
   * Actors that wait forever, as stress met them.
   *
   * @param witness what was met
   * @param graph the same, drawn
   */
  public record BlockageSection(VerdictWitness.ObservedBlockage witness, WaitGraph graph) {

    /** Those among some witnesses. */
    static List<BlockageSection> in(List<VerdictWitness> witnesses) {
      return witnesses.stream()
          .filter(VerdictWitness.ObservedBlockage.class::isInstance)
          .map(VerdictWitness.ObservedBlockage.class::cast)
          .map(witness -> new BlockageSection(witness, WaitGraph.of(links(witness))))
          .toList();
    }

    private static List<WaitLink> links(VerdictWitness.ObservedBlockage blockage) {
      return blockage.actors().stream()
          .map(actor -> new WaitLink(
              actor.actor(), actor.waitsFor(), actor.heldBy(), "waits for", "held by", 0, 0))
          .toList();
    }
  }

  static ScenarioSection of(
      ScenarioInfo facts,
      CellVerdict cell,
      Optional<RunInfo> run,
      Optional<FleetInfo> fleet,
      Anchors anchors,
      WitnessViews views) {
    Optional<FleetInfo> mixed = fleet.filter(FleetInfo::mixed);
    SortedSet<String> configurations = new TreeSet<>();
    cell.outcomes().forEach(row -> configurations.addAll(row.configurations().keySet()));
    Optional<Program> program = ProgramReader.read(facts.program());
    return new ScenarioSection(
        anchors.scenario(facts.name()),
        facts,
        cell,
        cell.outcomes().stream()
            .filter(OutcomeVerdict::witnessed)
            .map(outcome -> row(outcome, cell, mixed))
            .toList(),
        configurations,
        mixed
            .map(machines ->
                machines.platforms().stream().map(PlatformInfo::name).toList())
            .orElse(List.of()),
        cell.witnesses().stream()
            .filter(VerdictWitness.Interleaving.class::isInstance)
            .map(VerdictWitness.Interleaving.class::cast)
            .map(witness ->
                views.of(witness, program, facts.actors(), replay(run, witness.schedule(), cell)))
            .toList(),
        cell.exploration().map(ExplorationVerdict::races).orElse(List.of()).stream()
            .map(race -> new RaceSection(race, replay(run, race.schedule(), cell)))
            .toList(),
        BlockageSection.in(cell.witnesses()));
  }

  private static OutcomeRow row(
      OutcomeVerdict outcome, CellVerdict cell, Optional<FleetInfo> mixed) {
    return new OutcomeRow(
        outcome,
        Bar.of(outcome.samples(), cell.samples()),
        NumberFormats.share(outcome.samples(), cell.samples()),
        mixed.map(fleet -> fleet.byPlatform(outcome.configurations())).orElseGet(TreeMap::new),
        cell.exploration().filter(ExplorationVerdict::complete).isPresent(),
        cell.objections().isEmpty());
  }

  private static String replay(Optional<RunInfo> run, String schedule, CellVerdict cell) {
    return run.map(known -> known.replay(schedule, cell.test())).orElse("");
  }

  /** The summary of this section. */
  public CellBadge chip() {
    return CellBadge.of(cell, "#" + anchor);
  }

  /** Whether the scenario's interleavings were run. */
  public boolean explored() {
    return cell.exploration().isPresent();
  }

  /** The outcomes that the specification allows and that were not observed. */
  public List<String> neverMet() {
    return cell.outcomes().stream()
        .filter(outcome -> !outcome.witnessed())
        .map(OutcomeVerdict::outcome)
        .toList();
  }

  /** The outcomes that are not as specified. */
  public List<OutcomeVerdict> anomalies() {
    return outcomes.stream()
        .map(OutcomeRow::verdict)
        .filter(outcome -> outcome.kind() != OutcomeKind.SERIAL)
        .toList();
  }

  /** Whether the section comes first, because it shows something unusual. */
  public boolean remarkable() {
    return !anomalies().isEmpty() || !cell.objections().isEmpty();
  }

  /** The symbol that stands for the result. */
  public String glyph() {
    return remarkable() ? "#g-broken" : cell.hasEvidence() ? "#g-held" : "#g-untested";
  }

  /** The result in one line. */
  public String result() {
    List<OutcomeVerdict> anomalies = anomalies();
    if (!anomalies.isEmpty()) {
      long seen = anomalies.stream().mapToLong(OutcomeVerdict::samples).sum();
      String which = NumberFormats.count(anomalies.size(), "outcome") + " not as specified";
      return seen == 0
          ? which + ", never seen under stress"
          : "%s, seen in %s of %s"
              .formatted(
                  which, NumberFormats.count(seen), NumberFormats.count(cell.samples(), "sample"));
    }
    if (!cell.hasEvidence()) {
      return cell.status() + ": " + cell.reason();
    }
    return "only expected outcomes"
        + (cell.samples() > 0
            ? ", " + NumberFormats.count(cell.samples(), "sample")
            : ", not stressed")
        + cell.exploration()
            .map(explored -> "; " + (explored.complete() ? "all " : "not all; ")
                + NumberFormats.count(explored.interleavings(), "interleaving"))
            .orElse("; not explored");
  }

  /** What was run, or why nothing was, in one line. */
  public String amount() {
    String stressed = cell.forks() == 0
        ? cell.status() + ": " + cell.reason()
        : "%s: %s in %s%s"
            .formatted(
                cell.status(),
                NumberFormats.count(cell.samples(), "sample"),
                NumberFormats.count(cell.forks(), "fork"),
                cell.reason().isEmpty() ? "" : "; " + cell.reason());
    return cell.exploration()
            .map(explored -> stressed + "; " + explored(explored))
            .orElse(stressed) + ".";
  }

  private static String explored(ExplorationVerdict explored) {
    return NumberFormats.count(explored.interleavings(), "interleaving") + " explored, "
        + (explored.complete() ? "which are all that differ" : "not all");
  }
}
