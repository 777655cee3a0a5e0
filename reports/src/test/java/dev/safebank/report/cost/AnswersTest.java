package dev.safebank.report.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.report.fixture.Prices;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnswersTest {

  @Test
  void theQuestionsOfTheStoryAreAnsweredFromTheFigures() {
    assertThat(Answers.of(Prices.costs()))
        .containsExactly(
            new Answers.Answer(
                "What does the lock cost against no lock at all?",
                "On 1 thread a call takes 100 ns with GlobalLockBank and 22 ns with UnsafeBank, whose"
                    + " answers are wrong: 4.50×. One lock that nobody else wants costs 18 ns to take"
                    + " and give back."),
            new Answers.Answer(
                "Do account locks pay, and from how many accounts or threads on?",
                "They pay from 64 accounts on: on 2 threads and 1% validations, OrderedLocksBank does"
                    + " this many times the calls of GlobalLockBank: 0.30× with 2 accounts, 1.50× with"
                    + " 64 accounts, 1.50× with 1,024 accounts, 1.50× with 65,536 accounts."
                    + " With 1,024 accounts: 0.60× on 1 thread, 1.50× on 2 threads."),
            new Answers.Answer(
                "What do validators cost each design?",
                "Calls a second that are left when validations go from 0 to 10% of them, on 2 threads"
                    + " and 1,024 accounts: UnsafeBank 9.1%; GlobalLockBank 9.1%; OrderedLocksBank"
                    + " 9.1%."));
  }

  @Test
  void whatWasNotMeasuredIsNotAnswered() {
    assertThat(Answers.of(new Costs("", "", false, List.of()))).isEmpty();
  }

  @Test
  void aQuickRunAnswersNothing() {
    Costs costs = Prices.costs();
    assertThat(Answers.of(new Costs(costs.started(), costs.machine(), true, costs.measurements())))
        .isEmpty();
  }

  @Test
  void whatIsWithinTheErrorsIsNotShown() {
    Costs costs = Prices.costs();
    List<Measurement> unsure = costs.measurements().stream()
        .map(m -> new Measurement(
            m.benchmark(),
            m.threads(),
            m.parameters(),
            m.score(),
            Optional.of(m.score()),
            m.unit()))
        .toList();
    assertThat(Answers.of(new Costs(costs.started(), costs.machine(), false, unsure))
            .get(1)
            .answer())
        .startsWith("These figures do not show that they do: on 2 threads");
  }
}
