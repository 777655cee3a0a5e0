package dev.safebank.junit;

import dev.safebank.explore.WitnessText;
import dev.safebank.explore.result.DataRace;
import dev.safebank.explore.result.Exploration;
import dev.safebank.junit.jcstress.JudgedTest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.platform.engine.UniqueId;

/**
 * The exploration as a whole: it shows no outcome that the test does not declare, no deadlock and
 * no exception, and it shows all that there is.
 */
final class ExploredTest extends ExplorationTest {

  ExploredTest(UniqueId parent, Class<?> test) {
    super(parent, test, "explored", "explored");
  }

  @Override
  public EngineContext execute(EngineContext context, DynamicTestExecutor dynamic) {
    JudgedTest judged = context.jcstress();
    context.report(this, entries(judged.exploration()));
    judge(context, judged.againstExploration(), judged.doubtOfExploration());
    return context;
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
