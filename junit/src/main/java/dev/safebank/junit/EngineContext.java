package dev.safebank.junit;

import dev.safebank.explore.Explorer;
import dev.safebank.explore.result.Exploration;
import dev.safebank.junit.bank.JudgedBank;
import dev.safebank.junit.stress.SampledTest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.engine.support.hierarchical.EngineExecutionContext;

/**
 * What the tests of one run of the engine share: the explorer, which keeps the classes that it has
 * loaded, and what was found of the container that is being executed.
 */
final class EngineContext implements EngineExecutionContext {

  private final EngineExecutionListener listener;
  private final EngineOptions options;
  private final Explorer explorer;
  private final Optional<Exploration> exploration;
  private final Optional<SampledTest> sampled;
  private final Optional<JudgedBank> bank;

  EngineContext(EngineExecutionListener listener, EngineOptions options) {
    this(listener, options, new Explorer(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private EngineContext(
      EngineExecutionListener listener,
      EngineOptions options,
      Explorer explorer,
      Optional<Exploration> exploration,
      Optional<SampledTest> sampled,
      Optional<JudgedBank> bank) {
    this.listener = listener;
    this.options = options;
    this.explorer = explorer;
    this.exploration = exploration;
    this.sampled = sampled;
    this.bank = bank;
  }

  EngineContext with(Exploration its, Optional<SampledTest> samples) {
    return new EngineContext(
        listener, options, explorer, Optional.of(its), samples, Optional.empty());
  }

  EngineContext with(JudgedBank judged) {
    return new EngineContext(
        listener, options, explorer, Optional.empty(), Optional.empty(), Optional.of(judged));
  }

  EngineOptions options() {
    return options;
  }

  Explorer explorer() {
    return explorer;
  }

  Exploration exploration() {
    return exploration.orElseThrow();
  }

  /** What stress has shown; empty if the test is not stressed. */
  Optional<SampledTest> sampled() {
    return sampled;
  }

  JudgedBank bank() {
    return bank.orElseThrow();
  }

  /** Publishes a report entry of one key. */
  void report(TestDescriptor test, String key, String value) {
    report(test, Map.of(key, value));
  }

  /** Publishes one report entry, in the order of the map. */
  void report(TestDescriptor test, Map<String, String> values) {
    listener.reportingEntryPublished(test, ReportEntry.from(new LinkedHashMap<>(values)));
  }
}
