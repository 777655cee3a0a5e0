package dev.safebank.junit.jcstress;

import dev.safebank.evidence.ForkRecord;
import dev.safebank.explore.result.ReachedOutcome;
import dev.safebank.junit.stress.SampledTest;
import dev.safebank.report.input.CellExploration;
import dev.safebank.report.input.ExplorationAdapter;
import dev.safebank.report.judge.VerdictRecords;
import dev.safebank.report.verdict.Verdict;
import dev.safebank.report.verdict.VerdictWitness;
import dev.safebank.report.verdict.jcstress.DeclarationVerdict;
import dev.safebank.report.verdict.jcstress.MetOutcome;
import dev.safebank.report.verdict.jcstress.TestStatus;
import dev.safebank.report.verdict.jcstress.TestStress;
import dev.safebank.report.verdict.jcstress.TestVerdict;
import dev.safebank.stress.run.ExplorationRecords;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Converts what is known of a jcstress test to the records of verdicts. */
final class JudgedTestVerdict {

  private final JudgedTest judged;
  private final CellExploration explored;

  private JudgedTestVerdict(JudgedTest judged) {
    this.judged = judged;
    this.explored = ExplorationAdapter.of(ExplorationRecords.of(judged.exploration()));
  }

  /**
   * The verdict on a test.
   *
   * @param classes the hash of its classes
   */
  static TestVerdict of(String test, String classes, Instant now, JudgedTest judged) {
    JudgedTestVerdict verdict = new JudgedTestVerdict(judged);
    List<String> objections =
        judged.objections().stream().map(TestObjection::sentence).toList();
    return new TestVerdict(
        test,
        classes,
        now,
        !objections.isEmpty()
            ? TestStatus.FAILED
            : judged.doubts().isEmpty() ? TestStatus.PROVED : TestStatus.UNDECIDED,
        objections,
        judged.doubts(),
        verdict.declarations(),
        Optional.of(verdict.explored.exploration()),
        judged.sampled().map(JudgedTestVerdict::stress),
        verdict.witnesses());
  }

  private static TestStress stress(SampledTest sampled) {
    return new TestStress(
        sampled.forks().size(),
        sampled.samples(),
        sampled.failure().or(sampled::reasonForNoSample).orElse(""));
  }

  private List<DeclarationVerdict> declarations() {
    return Stream.concat(
            judged.declared().declared().stream().map(this::declaration),
            judged.undeclared().stream().map(this::undeclared))
        .toList();
  }

  private DeclarationVerdict declaration(DeclaredOutcome outcome) {
    TreeSet<String> met = new TreeSet<>(judged.seen(outcome));
    judged.reached(outcome).stream().map(ReachedOutcome::outcome).forEach(met::add);
    return new DeclarationVerdict(
        outcome.ids(),
        outcome.expect().name(),
        outcome.description(),
        outcome.forbids() ? Optional.of(verdict(outcome)) : Optional.empty(),
        met.stream().map(this::met).toList());
  }

  private Verdict verdict(DeclaredOutcome outcome) {
    if (!judged.against(outcome).isEmpty()) {
      return Verdict.BROKEN;
    }
    if (judged.doubt(outcome).isEmpty()) {
      return Verdict.PROVED;
    }
    return judged.sampled().filter(sampled -> sampled.samples() > 0).isPresent()
        ? Verdict.HELD
        : Verdict.UNTESTED;
  }

  private DeclarationVerdict undeclared(String outcome) {
    return new DeclarationVerdict(
        List.of(outcome),
        DeclarationVerdict.UNDECLARED,
        "",
        Optional.of(Verdict.BROKEN),
        List.of(met(outcome)));
  }

  private MetOutcome met(String outcome) {
    SortedMap<String, Long> configurations = new TreeMap<>();
    judged.sampled().stream()
        .flatMap(sampled -> sampled.forks().stream())
        .filter(fork -> fork.outcomes().containsKey(outcome))
        .forEach(fork ->
            configurations.merge(fork.configuration(), fork.outcomes().get(outcome), Long::sum));
    return new MetOutcome(
        outcome,
        Optional.ofNullable(judged.exploration().outcomes().get(outcome))
            .map(ReachedOutcome::interleavings)
            .orElse(0L),
        configurations.values().stream().mapToLong(Long::longValue).sum(),
        configurations);
  }

  /** Those of the exploration, and of each kind of blockage that stress met the first. */
  private List<VerdictWitness> witnesses() {
    Map<String, VerdictWitness> blocked = new TreeMap<>();
    judged.sampled().stream()
        .flatMap(sampled -> sampled.forks().stream())
        .sorted(Comparator.comparing(ForkRecord::configuration))
        .forEach(fork -> fork.blockages()
            .forEach(blockage -> blocked.putIfAbsent(
                blockage.kind().outcome(),
                VerdictRecords.observed(fork.configuration(), blockage))));
    List<VerdictWitness> witnesses = new ArrayList<>(explored.witnesses());
    witnesses.addAll(blocked.values());
    return witnesses;
  }
}
