package dev.safebank.junit.bank;

import dev.safebank.evidence.ScenarioFacts;
import dev.safebank.explore.result.Witness;
import dev.safebank.junit.stress.StressEvidence;
import dev.safebank.model.Bank;
import dev.safebank.model.Promise;
import dev.safebank.report.verdict.CellStatus;
import dev.safebank.report.verdict.CellVerdict;
import dev.safebank.report.verdict.GateViolation;
import dev.safebank.report.verdict.OutcomeVerdict;
import dev.safebank.report.verdict.ProgramFinding;
import dev.safebank.report.verdict.PromiseVerdict;
import dev.safebank.report.verdict.VariantVerdict;
import dev.safebank.report.verdict.VerdictRace;
import dev.safebank.report.verdict.VerdictWitness;
import dev.safebank.report.verdict.Verdicts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The verdicts on one bank. */
public final class JudgedBank {

  private final Verdicts verdicts;
  private final VariantVerdict variant;
  private final List<ScenarioFacts> scenarios;
  private final Path folder;
  private final Optional<StressEvidence> stress;

  JudgedBank(
      Class<? extends Bank> bank,
      Verdicts verdicts,
      List<ScenarioFacts> scenarios,
      Path folder,
      Optional<StressEvidence> stress) {
    this.verdicts = verdicts;
    this.variant = verdicts.variant(bank.getSimpleName()).orElseThrow();
    this.scenarios = List.copyOf(scenarios);
    this.folder = folder;
    this.stress = stress;
  }

  /**
   * An interleaving of a program of calls.
   *
   * @param program the calls
   * @param witness its steps
   */
  public record ProgramWitness(String program, Witness witness) {}

  /** The first page of the report. */
  public Path report() {
    return folder.resolve("index.html");
  }

  /** What stressing it has left; empty if it was not stressed. */
  public Optional<StressEvidence> stress() {
    return stress;
  }

  /** The verdict on a promise. */
  public PromiseVerdict promise(Promise promise) {
    return variant.promise(promise).orElseThrow();
  }

  /** Why a promise is neither proved nor broken. */
  public List<String> doubts(Promise promise) {
    return promise(promise).notes().stream()
        .filter(note -> !note.endsWith(BankJudge.NOT_STRESSED + "."))
        .toList();
  }

  /** What stands against the evidence or the bank, whatever it claims. */
  public List<GateViolation> objections() {
    return Stream.of(
            verdicts.objections().stream(),
            variant.programObjections().stream(),
            variant.scenarios().stream()
                .filter(cell -> cell.status() != CellStatus.MISSING)
                .flatMap(cell -> cell.objections().stream()))
        .flatMap(Function.identity())
        .toList();
  }

  /** Why there may be more to object to. */
  public List<String> doubts() {
    Stream<String> ofCells = variant.scenarios().stream()
        .map(CellVerdict::exploration)
        .flatMap(Optional::stream)
        .flatMap(explored -> doubts(explored.limits(), explored.races(), explored.relaxed()));
    Stream<String> ofScopes = variant.scopes().stream()
        .flatMap(scope -> doubts(scope.limits(), scope.races(), scope.relaxed()));
    Stream<String> notRun = variant.scenarios().stream()
        .filter(cell -> cell.status() == CellStatus.MISSING)
        .map(cell -> "%s was not stressed: %s".formatted(cell.scenario(), cell.reason()));
    return Stream.of(notRun, ofCells, ofScopes)
        .flatMap(Function.identity())
        .distinct()
        .toList();
  }

  private static Stream<String> doubts(
      List<String> limits, List<VerdictRace> races, List<String> relaxed) {
    return Stream.of(
            limits.stream(),
            races.stream().map(race -> "data race on " + race.variable()),
            relaxed.stream().map(use -> "not sequentially consistent: " + use))
        .flatMap(Function.identity());
  }

  /** The smallest program that breaks a promise. */
  public Optional<ProgramWitness> witness(Promise promise) {
    return promise(promise).findings().stream()
        .findFirst()
        .map(JudgedBank::witness)
        .or(() -> inScenarios(outcome -> outcome.breaks().contains(promise)));
  }

  /** The smallest program that breaks the contract of a bank. */
  public Optional<ProgramWitness> witnessOfBrokenContract() {
    return variant.scopes().stream()
        .flatMap(scope -> scope.findings().stream())
        .filter(finding -> finding.breaks().isEmpty())
        .findFirst()
        .map(JudgedBank::witness)
        .or(() -> inScenarios(OutcomeVerdict::breaksContract));
  }

  private static ProgramWitness witness(ProgramFinding finding) {
    return new ProgramWitness(finding.program(), ShownWitness.of(finding.witness()));
  }

  private Optional<ProgramWitness> inScenarios(Predicate<OutcomeVerdict> wanted) {
    return scenarios.stream()
        .flatMap(scenario -> variant.scenario(scenario.name()).stream()
            .flatMap(cell -> witnesses(cell, wanted))
            .map(witness -> new ProgramWitness(
                scenario.program().program().toString(), ShownWitness.of(witness))))
        .findFirst();
  }

  private static Stream<VerdictWitness.Interleaving> witnesses(
      CellVerdict cell, Predicate<OutcomeVerdict> wanted) {
    List<String> outcomes = cell.outcomes().stream()
        .filter(OutcomeVerdict::reachable)
        .filter(wanted)
        .map(OutcomeVerdict::outcome)
        .collect(Collectors.toList());
    return cell.witnesses().stream()
        .filter(VerdictWitness.Interleaving.class::isInstance)
        .map(VerdictWitness.Interleaving.class::cast)
        .filter(witness -> outcomes.contains(witness.outcome()));
  }
}
