package dev.safebank.junit;

import dev.safebank.evidence.BlockageKind;
import dev.safebank.explore.result.Exploration;
import dev.safebank.junit.stress.SampledTest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.platform.engine.UniqueId;
import org.opentest4j.AssertionFailedError;

/**
 * The stress run as a whole: it was run, no JVM died, and it has shown nothing that the test does
 * not declare or that no interleaving explains.
 */
final class StressedTest extends ExplorationTest {

  private final DeclaredOutcomes declared;

  StressedTest(UniqueId parent, Class<?> test, DeclaredOutcomes declared) {
    super(parent, test, "stressed", "stressed");
    this.declared = declared;
  }

  @Override
  public EngineContext execute(EngineContext context, DynamicTestExecutor dynamic) {
    SampledTest sampled = context.sampled().orElseThrow();
    sampled.failure().or(sampled::fault).ifPresent(why -> {
      throw new AssertionFailedError(why);
    });
    context.report(this, entries(sampled));
    for (String outcome : sampled.outcomes().keySet()) {
      check(outcome, sampled, context.exploration());
    }
    sampled.reasonForNoSample().ifPresent(why -> undecided(context, "Not stressed: " + why));
    return context;
  }

  private void check(String outcome, SampledTest sampled, Exploration exploration) {
    boolean isDeclared = isBlockage(outcome)
        ? declared.naming(outcome).isPresent()
        : declared.of(outcome).isPresent();
    if (!isDeclared) {
      throw new AssertionFailedError(
          isBlockage(outcome)
              ? "%s: actors wait for ever, in %s.%s"
                  .formatted(outcome, sampled.sighting(outcome), waits(sampled))
              : "\"%s\" was seen in %s, and no @Outcome declares it."
                  .formatted(outcome, sampled.sighting(outcome)));
    }
    if (exploration.provesOutcomes() && !exploration.outcomes().containsKey(outcome)) {
      throw new AssertionFailedError(
          "\"%s\" was seen in %s, UNEXPLAINED: no interleaving leads there, and there is no data race that could."
              .formatted(outcome, sampled.sighting(outcome)));
    }
  }

  private static String waits(SampledTest sampled) {
    StringBuilder lines = new StringBuilder();
    sampled.waits().forEach(line -> lines.append(System.lineSeparator()).append(line));
    return lines.toString();
  }

  /** Whether an outcome under stress says that actors never came back. */
  static boolean isBlockage(String outcome) {
    for (BlockageKind kind : BlockageKind.values()) {
      if (kind.outcome().equals(outcome)) {
        return true;
      }
    }
    return false;
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
