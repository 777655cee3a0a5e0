package dev.safebank.faults.matrix;

import dev.safebank.evidence.fault.BankKind;
import dev.safebank.evidence.fault.ExploredBank;
import dev.safebank.evidence.fault.FaultFinding;
import dev.safebank.explore.Explorer;
import dev.safebank.explore.options.Options;
import dev.safebank.explore.result.Exploration;
import dev.safebank.model.specification.Program;
import dev.safebank.stress.program.BankProgramSource;
import dev.safebank.stress.program.ProgramAnomaly;
import dev.safebank.stress.program.ProgramJudge;
import dev.safebank.stress.program.ProgramJudges;
import dev.safebank.stress.program.Scope;
import dev.safebank.stress.program.ShortenedProgram;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Explores the programs of some scopes on one bank after the other. */
final class BankExplorer {

  private static final Options OPTIONS = Options.DEFAULT
      .withoutWitnesses()
      .buildingOnOthers()
      .with(Options.DEFAULT.limits().withExecutions(20_000).withTime(Duration.ofSeconds(10)));

  /** How long a search goes on once it can prove nothing. */
  private static final Duration BOUNDED_TIME = Duration.ofSeconds(10);

  private final ProgramJudges judges = new ProgramJudges();
  private final ClassLoader banks;
  private final Explorer explorer;
  private final List<Scope> scopes;
  private final List<Scope> harmless;

  /**
   * Explores banks that a loader finds.
   *
   * @param scopes for banks in which there is something to be found
   * @param harmless for all others
   */
  BankExplorer(ClassLoader banks, List<Scope> scopes, List<Scope> harmless) {
    this.banks = banks;
    this.explorer = new Explorer(OPTIONS, banks);
    this.scopes = List.copyOf(scopes);
    this.harmless = List.copyOf(harmless);
  }

  /**
   * Explores a bank: a faulty one until all that is to be found is found, any other with all
   * programs, or for a while if some cannot be explored to their end.
   */
  ExploredBank explore(FaultTrial trial) {
    return new Search(trial).run();
  }

  /** The exploration of one bank. */
  private final class Search {

    private final FaultTrial trial;
    private final long start = System.nanoTime();
    private final Map<String, FaultFinding> findings = new LinkedHashMap<>();
    private final Set<String> incomplete = new TreeSet<>();
    private boolean races;
    private long programs;
    private long executions;

    Search(FaultTrial trial) {
      this.trial = trial;
    }

    ExploredBank run() {
      boolean faulty = trial.expected().kind() == BankKind.FAULTY;
      for (Scope scope : faulty ? scopes : harmless) {
        for (ProgramJudge judge : judges.of(scope)) {
          explore(judge);
          if (faulty && findings.keySet().containsAll(trial.expected().breaks())) {
            return result();
          }
          if (!faulty && !incomplete.isEmpty() && millis() > BOUNDED_TIME.toMillis()) {
            incomplete.add("stopped after %d s, when %d programs had been explored"
                .formatted(BOUNDED_TIME.toSeconds(), programs));
            return result();
          }
        }
      }
      return result();
    }

    private void explore(ProgramJudge judge) {
      Program program = judge.program();
      BankProgramSource source = new BankProgramSource(trial.className(), program);
      programs++;
      if (source.isRefused(banks)) {
        return;
      }
      Exploration exploration = explorer.explore(source);
      executions += exploration.interleavings();
      races |= !exploration.races().isEmpty();
      incomplete.addAll(exploration.incomplete());
      for (ProgramAnomaly finding : judge.findings(exploration)) {
        String law = Laws.brokenBy(finding.promise());
        findings.computeIfAbsent(law, broken -> finding(law, finding));
      }
    }

    private FaultFinding finding(String law, ProgramAnomaly anomaly) {
      long found = millis();
      ProgramAnomaly shown = new ShortenedProgram(
              shorter -> explorer.explore(new BankProgramSource(trial.className(), shorter)))
          .shortened(anomaly);
      return new FaultFinding(
          law, found, shown.program().toString(), shown.outcome().toString());
    }

    private long millis() {
      return Duration.ofNanos(System.nanoTime() - start).toMillis();
    }

    private ExploredBank result() {
      return new ExploredBank(
          trial.bank().name(),
          trial.expected().kind(),
          trial.bank().original().getSimpleName(),
          trial.bank().fault(),
          trial.bank().code(),
          trial.bank().method(),
          trial.bank().change(),
          trial.source(),
          trial.expected().breaks(),
          trial.expected().why(),
          List.copyOf(findings.values()),
          races,
          programs,
          executions,
          List.copyOf(incomplete),
          millis());
    }
  }
}
