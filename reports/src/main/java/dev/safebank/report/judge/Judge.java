package dev.safebank.report.judge;

import dev.safebank.evidence.CellFacts;
import dev.safebank.evidence.ForkRecord;
import dev.safebank.evidence.Header;
import dev.safebank.evidence.ScenarioFacts;
import dev.safebank.evidence.VariantFacts;
import dev.safebank.model.Promise;
import dev.safebank.report.input.GatheredEvidence;
import dev.safebank.report.verdict.CellStatus;
import dev.safebank.report.verdict.CellVerdict;
import dev.safebank.report.verdict.GateViolation;
import dev.safebank.report.verdict.PromiseVerdict;
import dev.safebank.report.verdict.RunInfo;
import dev.safebank.report.verdict.VariantVerdict;
import dev.safebank.report.verdict.Verdicts;
import dev.safebank.report.verdict.fleet.FleetInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Turns evidence into verdicts. */
public final class Judge {

  private static final String VARIANTS = "stress.variants";
  private static final String SCENARIOS = "stress.scenarios";

  private final Header header;
  private final Optional<String> build;
  private final GatheredEvidence evidence;
  private final Map<String, CellEvidence> byTest;
  private final Map<String, ScenarioFacts> scenarios;

  private Judge(Header header, GatheredEvidence evidence, Optional<String> build) {
    this.build = build;
    this.header = header;
    this.evidence = evidence;
    this.byTest = CellEvidence.byTest(evidence);
    this.scenarios = header.scenarios().stream()
        .collect(Collectors.toMap(ScenarioFacts::name, Function.identity()));
  }

  /** Judges all that was gathered, for no build in particular. */
  public static Verdicts judge(GatheredEvidence evidence) {
    return judge(evidence, Optional.empty());
  }

  /**
   * Judges all that was gathered; never fails, but objects.
   *
   * @param build the build that judges
   */
  public static Verdicts judge(GatheredEvidence evidence, Optional<String> build) {
    return evidence
        .header()
        .map(header -> new Judge(header, evidence, build).all())
        .orElseGet(() -> new Verdicts(
            Verdicts.SCHEMA,
            false,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            evidence.objections()));
  }

  private Verdicts all() {
    List<GateViolation> objections = new ArrayList<>(evidence.objections());
    if (header.cells().isEmpty()) {
      objections.add(new GateViolation(
          GateViolation.Rule.NO_EVIDENCE,
          "The evidence announces no cell: nothing was tested. Widen the filters (%s)."
              .formatted(VARIANTS + ", " + SCENARIOS)));
    }
    List<VariantVerdict> variants = header.variants().stream()
        .map(this::variant)
        .filter(variant -> !variant.scenarios().isEmpty())
        .toList();
    return new Verdicts(
        Verdicts.SCHEMA,
        objections.isEmpty() && variants.stream().allMatch(Judge::everyCellRecorded),
        Optional.of(run()),
        Optional.of(VerdictRecords.environment(header.environment()))
            .filter(one -> mixed().isEmpty()),
        evidence.fleet(),
        header.scenarios().stream().map(VerdictRecords::scenario).toList(),
        variants,
        objections);
  }

  private VariantVerdict variant(VariantFacts facts) {
    List<CellVerdict> cells = header.cells().stream()
        .filter(cell -> cell.variant().equals(facts.name()))
        .filter(cell -> scenarios.containsKey(cell.scenario()))
        .map(cell -> cell(facts, cell))
        .toList();
    ScopeEvidence scopes = new ScopeEvidence(facts.name(), header.scopes(), evidence.scopes());
    List<PromiseVerdict> promises = Arrays.stream(Promise.values())
        .map(promise -> new PromiseJudge(
                facts, promise, header.scenarios(), filtered(SCENARIOS), cells, scopes, mixed())
            .verdict())
        .flatMap(Optional::stream)
        .toList();
    return new VariantVerdict(
        facts.name(),
        facts.className(),
        facts.idea(),
        facts.twin(),
        promises,
        cells,
        scopes.verdicts(),
        scopes.objections());
  }

  /** The machines, if they are of several platforms. */
  private Optional<FleetInfo> mixed() {
    return evidence.fleet().filter(FleetInfo::mixed);
  }

  private CellVerdict cell(VariantFacts variant, CellFacts cell) {
    CellEvidence seen = byTest.getOrDefault(cell.test(), CellEvidence.NONE);
    return new CellJudge(variant, scenarios.get(cell.scenario()), cell, seen).verdict();
  }

  private RunInfo run() {
    Map<String, List<String>> configurations = new TreeMap<>();
    for (ForkRecord fork : evidence.forks()) {
      configurations.putIfAbsent(fork.configuration(), fork.jvmArgs());
    }
    return new RunInfo(
        header.started(),
        evidence.elapsed().toMillis(),
        header.command(),
        replay(),
        header.options(),
        filtered(),
        configurations,
        evidence.sources(),
        evidence.notices(),
        build);
  }

  private String replay() {
    return header
        .replay()
        .replace(Header.SCHEDULE, RunInfo.SCHEDULE)
        .replace(Header.TEST, RunInfo.TEST);
  }

  private boolean filtered() {
    return header.cells().size() < header.variants().size() * header.scenarios().size()
        || filtered(VARIANTS)
        || filtered(SCENARIOS);
  }

  private boolean filtered(String option) {
    String value = header.options().getOrDefault(option, "").strip();
    return !value.isEmpty() && !value.equals("*");
  }

  private static boolean everyCellRecorded(VariantVerdict variant) {
    return variant.scenarios().stream()
        .allMatch(
            cell -> cell.status() != CellStatus.MISSING && cell.status() != CellStatus.OUTDATED);
  }
}
