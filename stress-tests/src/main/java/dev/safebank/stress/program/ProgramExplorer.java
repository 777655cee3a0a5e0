package dev.safebank.stress.program;

import dev.safebank.evidence.ScopeRecord;
import dev.safebank.evidence.program.IncompletePrograms;
import dev.safebank.evidence.program.ProgramRace;
import dev.safebank.evidence.program.ProgramViolation;
import dev.safebank.evidence.program.UnspecifiedCall;
import dev.safebank.evidence.witness.RecordedWitness;
import dev.safebank.explore.Explorer;
import dev.safebank.explore.options.Options;
import dev.safebank.explore.result.DataRace;
import dev.safebank.explore.result.Exploration;
import dev.safebank.explore.result.ReachedOrder;
import dev.safebank.explore.result.ReachedOutcome;
import dev.safebank.explore.result.Replay;
import dev.safebank.model.specification.AnomalyClassifier;
import dev.safebank.model.specification.CallPosition;
import dev.safebank.model.specification.Outcome;
import dev.safebank.model.specification.Program;
import dev.safebank.model.specification.Specification;
import dev.safebank.stress.run.ExplorationRecords;
import dev.safebank.stress.run.cell.ClassHashes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Explores all programs of a scope on one bank, and compares every outcome with the specification.
 *
 * <pre>{@code
 * ScopeRecord record = new ProgramExplorer(MyBank.class).explore(Scope.parse("2x1x3").get(0));
 * record.violations(); // what the bank did that the specification does not allow
 * record.complete();   // and whether that is all
 * }</pre>
 *
 * <p>Programs are explored without witnesses; then the smallest one of each violation is explored
 * once more, for the simplest of its witnesses. One explorer loads and instruments the bank's
 * classes once, for all scopes.
 */
public final class ProgramExplorer {

  private static final long MOST_EXECUTIONS = 50_000;
  private static final long MOST_WHEN_BOUNDED = 20;
  private static final Duration MOST_TIME = Duration.ofMinutes(1);

  /** The time limit for one variant and scope. */
  static final Duration MOST_SCOPE_TIME = Duration.ofMinutes(2);

  /**
   * The time limit once nothing can be proved any more: then only broken promises are still
   * searched for.
   */
  private static final Duration MOST_SCOPE_TIME_UNPROVABLE = Duration.ofSeconds(8);

  private static final int MOST_EXECUTIONS_UNPROVABLE = 1_000;

  /** The time limit of one step: in a small program, every step is short. */
  private static final Duration MOST_STEP_TIME = Duration.ofSeconds(5);

  static final Options WITH_WITNESSES = Options.DEFAULT.with(Options.DEFAULT
      .limits()
      .withExecutions(MOST_EXECUTIONS)
      .withBoundedExecutions(MOST_WHEN_BOUNDED)
      .withTime(MOST_TIME)
      .withStepTimeout(MOST_STEP_TIME));

  private static final Options WITHOUT_WITNESSES =
      WITH_WITNESSES.withoutWitnesses().buildingOnOthers();

  private static final Options UNPROVABLE =
      WITHOUT_WITNESSES.with(WITHOUT_WITNESSES.limits().withExecutions(MOST_EXECUTIONS_UNPROVABLE));

  private final Class<?> variant;
  private final ProgramJudges judges;
  private final LoadedBank.Cache bank;
  private final Explorer explorer;
  private final String classes;

  /** Explores a bank; its constructor takes the opening balances and a hook. */
  public ProgramExplorer(Class<?> variant) {
    this(variant, new ProgramJudges());
  }

  /** The same, of many that are explored with the same programs. */
  public ProgramExplorer(Class<?> variant, ProgramJudges judges) {
    this.variant = variant;
    this.judges = judges;
    this.bank = new LoadedBank.Cache(variant.getName());
    this.explorer = new Explorer(WITHOUT_WITNESSES, variant.getClassLoader());
    this.classes = new ClassHashes(variant.getClassLoader()).ofPrograms(variant.getName());
  }

  /** Explores all programs of a scope. */
  public ScopeRecord explore(Scope scope) {
    return explore(scope, ScopeListener.NONE);
  }

  /**
   * Explores all programs of a scope, reporting its progress.
   *
   * @throws IllegalArgumentException if the bank cannot be opened; one that cannot with balances
   *     near the largest is incompletely explored
   */
  public ScopeRecord explore(Scope scope, ScopeListener listener) {
    long start = System.nanoTime();
    ScopeFindings findings = new ScopeFindings();
    long programs = 0;
    for (ProgramJudge judge : judges.of(scope)) {
      boolean mayProve = findings.mayProve();
      Duration most = mayProve ? MOST_SCOPE_TIME : MOST_SCOPE_TIME_UNPROVABLE;
      if (System.nanoTime() - start > most.toNanos()) {
        findings.notBegun(
            judge.program(),
            scope.size() - programs,
            "not begun within %d s; a smaller explore.scope takes less"
                .formatted(most.toSeconds()));
        break;
      }
      explore(judge, mayProve ? WITHOUT_WITNESSES : UNPROVABLE, findings);
      listener.explored(++programs);
    }
    return new ScopeRecord(
        variant.getSimpleName(),
        classes,
        scope.words(),
        scope.size(),
        findings.explored(),
        findings.interleavings(),
        incomplete(findings),
        findings.violations().stream().map(this::violation).toList(),
        races(findings),
        findings.relaxed(),
        Duration.ofNanos(System.nanoTime() - start).toMillis());
  }

  private void explore(ProgramJudge judge, Options options, ScopeFindings findings) {
    Program program = judge.program();
    BankProgramSource source = source(program);
    if (source.isRefused(variant.getClassLoader())) {
      findings.refused();
      return;
    }
    Exploration exploration;
    try {
      exploration = explorer.explore(source, options);
    } catch (IllegalArgumentException refusal) {
      if (ScopeAlphabet.opensAsUsual(program)) {
        throw refusal;
      }
      exploration = Exploration.impossible(source.name(), refusal.getMessage());
    }
    findings.add(judge, program, exploration);
  }

  private BankProgramSource source(Program program) {
    return new BankProgramSource(bank, program);
  }

  private static List<IncompletePrograms> incomplete(ScopeFindings findings) {
    List<IncompletePrograms> incomplete = new ArrayList<>();
    findings
        .incomplete()
        .forEach((reason, shown) -> incomplete.add(
            new IncompletePrograms(reason, shown.programs(), shown.smallest().toString())));
    return incomplete;
  }

  private ProgramViolation violation(ScopeFindings.Shown<ProgramAnomaly> shown) {
    ProgramAnomaly finding = new ShortenedProgram(
            program -> explorer.explore(source(program), WITHOUT_WITNESSES))
        .shortened(shown.smallest());
    Program program = finding.program();
    return new ProgramViolation(
        finding.promise(),
        finding.meaning(),
        program.toString(),
        finding.reached().outcome(),
        unspecified(program, finding.outcome()),
        Specification.linearizableOutcomes(program, finding.precedence()).stream()
            .map(Outcome::toString)
            .toList(),
        shown.programs(),
        witness(finding));
  }

  private static List<UnspecifiedCall> unspecified(Program program, Outcome outcome) {
    List<UnspecifiedCall> calls = new ArrayList<>();
    for (CallPosition position : AnomalyClassifier.unspecifiedResults(program, outcome)) {
      TreeSet<String> specified = new TreeSet<>();
      for (Outcome serial : Specification.serialOutcomes(program)) {
        specified.add(
            serial.results().get(position.actor()).get(position.index()).toString());
      }
      calls.add(new UnspecifiedCall(
          position.actor(),
          program.call(position).toString(),
          outcome.results().get(position.actor()).get(position.index()).toString(),
          List.copyOf(specified)));
    }
    return calls;
  }

  private RecordedWitness witness(ProgramAnomaly finding) {
    BankProgramSource source = source(finding.program());
    ReachedOutcome reached = again(source, finding.reached().outcome());
    for (ReachedOrder order : reached.orders()) {
      if (!finding.precedence().isEmpty()
          && ProgramOutcome.precedence(order).equals(finding.precedence())) {
        Replay replay = explorer.replay(source, order.schedule());
        return ExplorationRecords.witness(replay.outcome(), replay.witness());
      }
    }
    return ExplorationRecords.witness(reached.outcome(), reached.witness());
  }

  /**
   * The outcome once more, with its witness. An exploration that is cut short may not come as far
   * as the one that found the outcome unless it builds on others, too.
   */
  private ReachedOutcome again(BankProgramSource source, String outcome) {
    return Stream.of(WITH_WITNESSES, WITH_WITNESSES.buildingOnOthers())
        .map(options -> explorer.explore(source, options).outcomes().get(outcome))
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow(() ->
            new IllegalStateException(source.name() + " does not end in " + outcome + " again"));
  }

  private List<ProgramRace> races(ScopeFindings findings) {
    List<ProgramRace> races = new ArrayList<>();
    findings.races().forEach((key, shown) -> {
      BankProgramSource source = source(shown.smallest());
      Options simple = WITH_WITNESSES.withoutSimplestWitnesses();
      DataRace race = Stream.of(simple, simple.buildingOnOthers())
          .flatMap(options -> explorer.explore(source, options).races().stream())
          .filter(found -> ScopeFindings.RaceKey.of(found).equals(key))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException(
              "%s does not race on %s again".formatted(shown.smallest(), key.variable())));
      races.add(new ProgramRace(
          ExplorationRecords.race(race), shown.smallest().toString(), shown.programs()));
    });
    return races;
  }
}
