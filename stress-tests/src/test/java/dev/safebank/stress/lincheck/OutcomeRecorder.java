package dev.safebank.stress.lincheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionResult;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;
import org.jetbrains.lincheck.datastructures.verifier.Verifier;

/**
 * Accepts every result that Lincheck hands to it, and remembers it. Lincheck creates it by name.
 */
public final class OutcomeRecorder implements Verifier {

  private static final Set<String> OUTCOMES = new ConcurrentSkipListSet<>();
  private static final AtomicLong INVOCATIONS = new AtomicLong();

  /** The constructor that Lincheck wants. */
  public OutcomeRecorder(Class<?> sequentialSpecification) {}

  static void clear() {
    OUTCOMES.clear();
    INVOCATIONS.set(0);
  }

  static Set<String> outcomes() {
    return Set.copyOf(OUTCOMES);
  }

  static long invocations() {
    return INVOCATIONS.get();
  }

  @Override
  public boolean verifyResults(ExecutionScenario scenario, ExecutionResult results) {
    List<String> parts = new ArrayList<>();
    results
        .getParallelResultsWithClock()
        .forEach(thread -> thread.forEach(result -> parts.add(result.getResult().toString())));
    results.getPostResults().forEach(result -> parts.add(result.toString()));
    OUTCOMES.add(String.join(", ", parts));
    INVOCATIONS.incrementAndGet();
    return true;
  }
}
