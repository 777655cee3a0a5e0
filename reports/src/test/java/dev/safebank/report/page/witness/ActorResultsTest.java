package dev.safebank.report.page.witness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.model.specification.Call.Transfer;
import dev.safebank.model.specification.Call.Validate;
import dev.safebank.model.specification.Program;
import org.junit.jupiter.api.Test;

class ActorResultsTest {

  private static final Program TWO = Program.on(100, 100)
      .actor(new Transfer(0, 1, 50))
      .actor(new Validate(), new Transfer(1, 0, 50));

  @Test
  void theOutcomeOfAProgramSaysWhatEachActorGot() {
    assertThat(ActorResults.of(TWO, "true ‖ 150, true and [50, 150]"))
        .containsExactly("true", "150, true");
  }

  @Test
  void theReportOfAScenarioNamesTheResultsOfAllCallsInTheirOrder() {
    assertThat(ActorResults.of(TWO, "MOVED, 150, REFUSED, 200"))
        .containsExactly("MOVED", "150, REFUSED");
  }

  @Test
  void whatAnOutcomeDoesNotSayIsNotMadeUp() {
    assertThat(ActorResults.of(TWO, "DEADLOCK")).isEmpty();
    assertThat(ActorResults.of(TWO, "MOVED, 150")).isEmpty();
    assertThat(ActorResults.of(TWO, "true and [50, 150]")).isEmpty();
  }
}
