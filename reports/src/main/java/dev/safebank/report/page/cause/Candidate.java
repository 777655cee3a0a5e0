package dev.safebank.report.page.cause;

import dev.safebank.model.specification.Call;
import dev.safebank.model.specification.Program;
import dev.safebank.report.page.witness.ProgramReader;
import dev.safebank.report.page.witness.WitnessViews;
import dev.safebank.report.verdict.CellVerdict;
import dev.safebank.report.verdict.OutcomeVerdict;
import dev.safebank.report.verdict.ProgramFinding;
import dev.safebank.report.verdict.ScenarioInfo;
import dev.safebank.report.verdict.VerdictStep;
import dev.safebank.report.verdict.VerdictWait;
import dev.safebank.report.verdict.VerdictWitness;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A finding that may be shown as the cause of a broken promise.
 *
 * @param isScenario whether it is a scenario, which has a name, or one of many programs
 * @param meaning what is wrong
 * @param text of the program
 * @param program the same; empty if the text is none
 * @param parts what each actor does, in words
 * @param ending how it ended, and what the specification allows instead
 * @param witness the steps that lead there; empty if it was only seen under stress
 * @param test what stands for the program in a command that runs the witness again
 */
record Candidate(
    boolean isScenario,
    String meaning,
    String text,
    Optional<Program> program,
    List<String> parts,
    String ending,
    Optional<VerdictWitness.Interleaving> witness,
    String test) {

  /**
   * The easiest to read first: with a witness, between two accounts, with few switches, steps and
   * lines; of those alike, a program before a scenario.
   */
  static final Comparator<Candidate> EASIEST = Comparator.comparing(
          (Candidate candidate) -> candidate.witness().isEmpty())
      .thenComparing(Candidate::transfersToItself)
      .thenComparingInt(candidate ->
          candidate.witness().map(VerdictWitness.Interleaving::switches).orElse(0))
      .thenComparingInt(
          candidate -> candidate.witness().map(steps -> steps.steps().size()).orElse(0))
      .thenComparingLong(candidate -> candidate.witness().map(Candidate::lines).orElse(0L))
      .thenComparing(Candidate::isScenario);

  static Candidate of(ProgramFinding finding) {
    Optional<Program> program = ProgramReader.read(finding.program());
    String ending = finding.calls().isEmpty()
        ? "It ended in %s; the specification allows %s."
            .formatted(finding.outcome(), String.join(" or ", finding.allowed()))
        : String.join(", and ", finding.calls()) + ".";
    return new Candidate(
        false,
        finding.meaning(),
        finding.program(),
        program,
        program.map(WitnessViews::parts).orElse(List.of()),
        ending,
        Optional.of(finding.witness()),
        finding.test());
  }

  static Candidate of(ScenarioInfo facts, CellVerdict cell, OutcomeVerdict outcome) {
    Optional<VerdictWitness.Interleaving> witness = cell.witnesses().stream()
        .filter(VerdictWitness.Interleaving.class::isInstance)
        .map(VerdictWitness.Interleaving.class::cast)
        .filter(steps -> steps.outcome().equals(outcome.outcome()))
        .findFirst();
    return new Candidate(
        true,
        outcome.meaning(),
        facts.name() + ": " + facts.program(),
        ProgramReader.read(facts.program()),
        facts.actors(),
        outcome.contrast().isEmpty() ? "" : outcome.contrast() + ".",
        witness,
        cell.test());
  }

  private static long lines(VerdictWitness.Interleaving witness) {
    return Stream.concat(
            witness.steps().stream().map(VerdictStep::where),
            witness.waiting().stream().map(VerdictWait::where))
        .distinct()
        .count();
  }

  private boolean transfersToItself() {
    return program.stream()
        .flatMap(calls -> calls.actors().stream())
        .flatMap(List::stream)
        .anyMatch(call -> (call instanceof Call.Transfer transfer
                && transfer.from() == transfer.to())
            || (call instanceof Call.TransferAndValidate nested && nested.from() == nested.to()));
  }
}
