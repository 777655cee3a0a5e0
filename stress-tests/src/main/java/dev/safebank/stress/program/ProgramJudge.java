package dev.safebank.stress.program;

import dev.safebank.explore.result.Exploration;
import dev.safebank.explore.result.ReachedOutcome;
import dev.safebank.model.Promise;
import dev.safebank.model.specification.AnomalyClassifier;
import dev.safebank.model.specification.AnomalyKind;
import dev.safebank.model.specification.CallResult;
import dev.safebank.model.specification.Outcome;
import dev.safebank.model.specification.Precedence;
import dev.safebank.model.specification.Program;
import dev.safebank.model.specification.Specification;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Compares what the explorer found of a program with the specification. */
public final class ProgramJudge {

  static final String OUT_OF_ORDER =
      "Whole calls give this outcome only in an order in which one that ended before another one"
          + " began comes after it.";

  private static final String ALONE = " No two calls overlapped.";

  /** The promises that a bank may admit to breaking even where no two calls overlap. */
  private static final Set<Promise> BROKEN_ALONE =
      EnumSet.of(Promise.RELEASES_LOCKS, Promise.UNDOES_FAILED_TRANSFERS, Promise.NESTS);

  private final Program program;
  private Optional<Set<Outcome>> serial = Optional.empty();
  private final Map<Set<Precedence>, Set<Outcome>> linearizable = new HashMap<>();
  private final Map<Outcome, Set<AnomalyKind>> classified = new HashMap<>();

  /**
   * Computes the outcomes that the specification allows for a program, once for any number of
   * banks.
   */
  public ProgramJudge(Program program) {
    this.program = program;
  }

  /** What it judges. */
  public Program program() {
    return program;
  }

  private boolean isSerial(Outcome outcome) {
    if (serial.isEmpty()) {
      serial = Optional.of(Specification.serialOutcomes(program));
    }
    return serial.get().contains(outcome);
  }

  /** All outcomes that the specification does not allow, once for each thing wrong with them. */
  public List<ProgramAnomaly> findings(Exploration exploration) {
    List<ProgramAnomaly> findings = new ArrayList<>();
    exploration.outcomes().values().forEach(reached -> judge(reached, findings));
    return findings;
  }

  private void judge(ReachedOutcome reached, List<ProgramAnomaly> findings) {
    Outcome outcome = ProgramOutcome.of(program, reached.calls().orElseThrow());
    if (isSerial(outcome)) {
      judgeOrder(outcome, reached, findings);
      return;
    }
    Set<AnomalyKind> kinds =
        classified.computeIfAbsent(outcome, wrong -> AnomalyClassifier.classify(program, wrong));
    for (AnomalyKind kind : kinds) {
      findings.add(
          new ProgramAnomaly(kind.promise(), kind.meaning(), program, outcome, reached, Set.of()));
    }
    kinds.stream()
        .filter(kind -> kind.promise().isPresent())
        .filter(kind -> !BROKEN_ALONE.contains(kind.promise().get()))
        .findFirst()
        .ifPresent(kind -> withoutOverlap(outcome, reached)
            .findFirst()
            .ifPresent(precedence -> findings.add(new ProgramAnomaly(
                Optional.empty(), kind.meaning() + ALONE, program, outcome, reached, precedence))));
  }

  /** A serial outcome must be that of an order which respects which call ended before which. */
  private void judgeOrder(Outcome outcome, ReachedOutcome reached, List<ProgramAnomaly> findings) {
    reached.orders().stream()
        .map(ProgramOutcome::precedence)
        .filter(precedence -> !allowed(precedence).contains(outcome))
        .findFirst()
        .ifPresent(precedence -> findings.add(new ProgramAnomaly(
            AnomalyKind.NOT_SERIAL.promise(),
            OUT_OF_ORDER,
            program,
            outcome,
            reached,
            precedence)));
    withoutOverlap(outcome, reached)
        .filter(precedence -> !allowed(precedence).contains(outcome))
        .findFirst()
        .ifPresent(precedence -> findings.add(new ProgramAnomaly(
            Optional.empty(), OUT_OF_ORDER + ALONE, program, outcome, reached, precedence)));
  }

  /**
   * Which call ended before which in executions with this outcome in which no two overlapped. What
   * is wrong with such an outcome has nothing to do with concurrency, so no promise under
   * concurrency that the bank admits to breaking excuses it.
   */
  private Stream<Set<Precedence>> withoutOverlap(Outcome outcome, ReachedOutcome reached) {
    if (program.actors().size() == 1) {
      return Stream.of(Set.of());
    }
    boolean allReturned = outcome.results().stream()
        .flatMap(List::stream)
        .noneMatch(CallResult.NeverReturned.class::isInstance);
    return reached.orders().stream()
        .map(ProgramOutcome::precedence)
        .filter(precedence -> allReturned && ordersAllCalls(precedence));
  }

  /** Whether of every two calls of different actors one ended before the other began. */
  private boolean ordersAllCalls(Set<Precedence> precedence) {
    int pairs = 0;
    for (int actor = 0; actor < program.actors().size(); actor++) {
      for (int other = 0; other < actor; other++) {
        pairs +=
            program.actors().get(actor).size() * program.actors().get(other).size();
      }
    }
    return precedence.stream()
            .filter(pair -> pair.ended().actor() != pair.began().actor())
            .count()
        == pairs;
  }

  private Set<Outcome> allowed(Set<Precedence> precedence) {
    return linearizable.computeIfAbsent(
        precedence, pairs -> Specification.linearizableOutcomes(program, pairs));
  }
}
