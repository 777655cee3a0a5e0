package dev.safebank.report.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.evidence.cost.BenchmarkExtent;
import dev.safebank.evidence.cost.BenchmarkResult;
import dev.safebank.evidence.cost.BenchmarkRun;
import dev.safebank.report.fixture.Prices;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CostAnswersTest {

  @Test
  void theQuestionsAreAnsweredFromTheFigures() {
    assertThat(answers(Prices.benchmarks()))
        .containsExactly(
            new CostAnswers.Answer(
                "What does the lock cost against no lock at all?",
                "On 1 thread a call takes 100 ns with GlobalLockBank and 22 ns with UnsafeBank, which"
                    + " gives wrong totals: 4.50×. An uncontended lock takes 18 ns to acquire and"
                    + " release."),
            new CostAnswers.Answer(
                "Do account locks pay, and from how many accounts or threads?",
                "Yes, from 64 accounts on. On 2 threads with 1% validations, OrderedLocksBank makes"
                    + " this many times the calls of GlobalLockBank: 0.30× with 2 accounts, 1.50× with"
                    + " 64 accounts, 1.50× with 1,024 accounts, 1.50× with 65,536 accounts."
                    + " With 1,024 accounts: 0.60× on 1 thread, 1.50× on 2 threads."),
            new CostAnswers.Answer(
                "What do validators cost each design?",
                "Calls a second with 10% validations, relative to none, on 2 threads and 1,024"
                    + " accounts: UnsafeBank 9.1%; GlobalLockBank 9.1%; OrderedLocksBank 9.1%."));
  }

  @Test
  void whatWasNotMeasuredIsNotAnswered() {
    assertThat(answers(Prices.benchmarks(BenchmarkExtent.FULL, List.of()))).isEmpty();
  }

  @Test
  void aQuickRunAnswersNothing() {
    assertThat(
            answers(Prices.benchmarks(BenchmarkExtent.SMOKE, Prices.benchmarks().results())))
        .isEmpty();
  }

  @Test
  void anIndicativeRunAnswersAsFarAsItWentAndSaysWhatItIs() {
    List<BenchmarkResult> begun = Prices.benchmarks().results().stream()
        .filter(result -> result.threads() == 1)
        .toList();
    BenchmarkRun run = Prices.benchmarks(BenchmarkExtent.INDICATIVE, begun);
    assertThat(answers(run))
        .extracting(CostAnswers.Answer::question)
        .first()
        .isEqualTo("What does the lock cost against no lock at all?");
    assertThat(new BenchmarkResults(run).remark())
        .hasValueSatisfying(remark -> assertThat(remark).startsWith("Indicative only"));
    assertThat(new BenchmarkResults(Prices.benchmarks()).remark()).isEmpty();
  }

  @Test
  void aDifferenceWithinTheErrorsIsNotShown() {
    List<BenchmarkResult> unsure = Prices.benchmarks().results().stream()
        .map(result -> new BenchmarkResult(
            result.benchmark(),
            result.threads(),
            result.parameters(),
            result.score(),
            Optional.of(result.score()),
            result.unit()))
        .toList();
    assertThat(answers(Prices.benchmarks(BenchmarkExtent.FULL, unsure)).get(1).answer())
        .startsWith("These figures do not show that they pay. On 2 threads");
  }

  private static List<CostAnswers.Answer> answers(BenchmarkRun run) {
    return CostAnswers.of(new BenchmarkResults(run));
  }
}
