package dev.safebank.junit;

import dev.safebank.junit.jcstress.JudgedTest;
import dev.safebank.junit.stress.SampledTest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.platform.engine.UniqueId;

/**
 * The stress run as a whole: it was run, no JVM died, and it has shown nothing that the test does
 * not declare or that no interleaving explains.
 */
final class StressedTest extends ExplorationTest {

  StressedTest(UniqueId parent, Class<?> test) {
    super(parent, test, "stressed", "stressed");
  }

  @Override
  public EngineContext execute(EngineContext context, DynamicTestExecutor dynamic) {
    JudgedTest judged = context.jcstress();
    context.report(this, entries(judged.sampled().orElseThrow()));
    judge(context, judged.againstStress(), judged.doubtOfStress());
    return context;
  }

  private static Map<String, String> entries(SampledTest sampled) {
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put("forks", Integer.toString(sampled.forks().size()));
    entries.put("samples", Long.toString(sampled.samples()));
    sampled
        .outcomes()
        .keySet()
        .forEach(outcome -> entries.put("outcome " + outcome, sampled.sighting(outcome)));
    return entries;
  }
}
