package dev.safebank.junit.bank;

import dev.safebank.evidence.Environment;
import dev.safebank.evidence.EvidenceWriter;
import dev.safebank.evidence.ScenarioFacts;
import dev.safebank.evidence.SkippedRecord;
import dev.safebank.evidence.VariantFacts;
import dev.safebank.junit.stress.GeneratedCells;
import dev.safebank.junit.stress.StressEvidence;
import dev.safebank.junit.stress.StressRequest;
import dev.safebank.model.Bank;
import dev.safebank.report.ReportCommand;
import dev.safebank.report.verdict.Verdicts;
import dev.safebank.stress.program.ProgramExplorer;
import dev.safebank.stress.program.ScenarioExplorer;
import dev.safebank.stress.program.Scope;
import dev.safebank.stress.run.EarlierEvidence;
import dev.safebank.stress.run.EvidenceFiles;
import dev.safebank.stress.run.EvidenceLock;
import dev.safebank.stress.run.RunOptions;
import dev.safebank.stress.run.StressEnvironment;
import dev.safebank.stress.run.cell.ClassHashes;
import dev.safebank.stress.run.cell.StressCell;
import dev.safebank.stress.run.plan.Budget;
import dev.safebank.stress.scenario.Declarations;
import dev.safebank.stress.scenario.Scenarios;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.openjdk.jcstress.os.topology.Topology;

/**
 * Judges a bank by exploring it. The evidence and the report are written into a folder, and the
 * verdicts are those that the report shows.
 */
public final class BankJudge {

  /** Why no cell is stressed, as the report tells it. */
  static final String NOT_STRESSED = "explored only";

  private static final String STRESSED = "stress.ndjson";

  private final BankClass bank;
  private final List<Class<?>> scenarioClasses;
  private final List<ScenarioFacts> scenarios;
  private final String scope;
  private final Path folder;
  private final Optional<StressRequest> stress;

  /**
   * Judges a bank.
   *
   * @param ownScenarios classes of scenarios, beside those that safebank has
   * @param scope the programs to explore, as {@link Scope#parse} reads it
   * @param folder where to write evidence and report
   * @param stress how to stress it; empty if it is not stressed
   * @throws IllegalArgumentException if the bank cannot be opened, or a class is no scenario; the
   *     message says what to do
   */
  public BankJudge(
      Class<? extends Bank> bank,
      List<Class<?>> ownScenarios,
      String scope,
      Path folder,
      Optional<StressRequest> stress) {
    this.bank = BankClass.of(bank);
    this.scenarioClasses =
        Stream.concat(Scenarios.all().stream(), ownScenarios.stream()).toList();
    this.scenarios = scenarioClasses.stream().map(Declarations::ofScenario).toList();
    this.scope = scope;
    this.folder = folder.toAbsolutePath();
    this.stress = stress;
  }

  /**
   * Explores all, and stresses it if that was asked for; writes evidence and report, and judges.
   *
   * @throws UserError if it cannot be stressed; the message says why
   */
  @SuppressWarnings("try") // the lock is held, not used
  public JudgedBank judge() {
    Path evidence = folder.resolve("evidence");
    String build = UUID.randomUUID().toString();
    try (EvidenceLock locked = EvidenceLock.take(evidence)) {
      Optional<StressEvidence> stressed = write(evidence, build);
      Verdicts verdicts =
          ReportCommand.render(evidence, folder, folder, folder, Optional.of(build));
      return new JudgedBank(bank.type(), verdicts, scenarios, folder, stressed);
    } catch (IOException failed) {
      throw new UncheckedIOException(
          "Cannot write evidence and report to %s. Choose another place with -Dsafebank.directory=…"
              .formatted(folder),
          failed);
    }
  }

  private Optional<StressEvidence> write(Path evidence, String build) throws IOException {
    String classes =
        new ClassHashes(bank.type().getClassLoader()).ofPrograms(bank.type().getName());
    VariantFacts facts = bank.facts(classes);
    Files.deleteIfExists(evidence.resolve(STRESSED));
    Optional<StressEvidence> stressed = Optional.empty();
    List<StressCell> cells =
        scenarios.stream().map(scenario -> cell(facts, scenario, classes)).toList();
    if (stress.isPresent()) {
      Path work = folder.resolve("stress");
      GeneratedCells generated = GeneratedCells.of(bank.type(), scenarioClasses, work);
      cells = generated.cells();
      stressed = Optional.of(generated.stress(work, stress.get()));
      Files.copy(stressed.get().file(), evidence.resolve(STRESSED));
    }
    List<Scope> scopes = Scope.parse(scope);
    Environment here = StressEnvironment.describe(Topology.get());
    try (EvidenceWriter plan = EvidenceFiles.createPlan(
        options(evidence.resolve("plan.ndjson")),
        cells,
        cells,
        here,
        build,
        scopes.stream().map(Scope::facts).toList())) {
      plan.complete(Instant.now());
    }
    try (EvidenceWriter explored = EvidenceFiles.create(
        options(evidence.resolve("exploration.ndjson")), cells, EarlierEvidence.NONE, here)) {
      ScenarioExplorer explorer = new ScenarioExplorer(bank.type());
      for (StressCell cell : cells) {
        explored.append(explorer.explore(cell.test(), cell.scenario().program()));
        if (stressed.isEmpty()) {
          explored.append(new SkippedRecord(cell.test(), NOT_STRESSED));
        }
      }
      explored.complete(Instant.now());
    }
    try (EvidenceWriter programs = EvidenceFiles.createOfPrograms(
        options(evidence.resolve("programs.ndjson")),
        List.of(facts),
        scopes.stream().map(Scope::facts).toList(),
        scope,
        here)) {
      ProgramExplorer explorer = new ProgramExplorer(bank.type());
      for (Scope next : scopes) {
        programs.append(explorer.explore(next));
      }
      programs.complete(Instant.now());
    }
    return stressed;
  }

  private StressCell cell(VariantFacts facts, ScenarioFacts scenario, String classes) {
    return new StressCell(
        bank.type().getName() + "_" + scenario.name(),
        scenario.actors().size(),
        facts,
        scenario,
        classes);
  }

  private static RunOptions options(Path file) {
    return new RunOptions(
        Budget.parse(Budget.AUTO),
        List.of(RunOptions.ALL),
        List.of(RunOptions.ALL),
        file,
        false,
        0);
  }
}
