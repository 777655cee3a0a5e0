package dev.safebank.junit;

import dev.safebank.explore.WitnessText;
import dev.safebank.explore.result.DataRace;
import dev.safebank.explore.result.EndState;
import dev.safebank.explore.result.Exploration;
import dev.safebank.explore.result.ReachedOutcome;
import dev.safebank.junit.program.Doubts;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.platform.engine.UniqueId;

/**
 * The exploration as a whole: it shows no outcome that the test does not declare, no deadlock and
 * no exception, and it shows all that there is.
 */
final class ExploredTest extends ExplorationTest {

  private final DeclaredOutcomes declared;

  ExploredTest(UniqueId parent, Class<?> test, DeclaredOutcomes declared) {
    super(parent, test, "explored", "explored");
    this.declared = declared;
  }

  @Override
  public EngineContext execute(EngineContext context, DynamicTestExecutor dynamic) {
    Exploration exploration = context.exploration();
    context.report(this, entries(exploration));
    for (ReachedOutcome outcome : exploration.outcomes().values()) {
      if (!isDeclared(outcome)) {
        throw failure(sentence(outcome), outcome.witness());
      }
    }
    if (!exploration.provesOutcomes()) {
      undecided(context, "There may be other outcomes: " + Doubts.of(exploration) + ".");
    }
    return context;
  }

  private boolean isDeclared(ReachedOutcome outcome) {
    return isFault(outcome)
        ? declared.naming(outcome.outcome()).isPresent()
        : declared.of(outcome.outcome()).isPresent();
  }

  private static String sentence(ReachedOutcome outcome) {
    if (outcome.end() != EndState.COMPLETED) {
      return outcome.outcome() + ": actors wait for ever.";
    }
    return isFault(outcome)
        ? outcome.outcome() + "."
        : "\"%s\" is possible, and no @Outcome declares it.".formatted(outcome.outcome());
  }

  private static Map<String, String> entries(Exploration exploration) {
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put("interleavings", Long.toString(exploration.interleavings()));
    entries.put(
        "outcomes",
        exploration.outcomes().isEmpty()
            ? "none"
            : String.join("; ", exploration.outcomes().keySet()));
    int number = 0;
    for (DataRace race : exploration.races()) {
      number++;
      entries.put("race " + number, WitnessText.words(race));
    }
    return entries;
  }
}
