package dev.safebank.junit;

import dev.safebank.evidence.Header;
import dev.safebank.explore.Explorer;
import dev.safebank.junit.bank.JudgedBank;
import dev.safebank.junit.jcstress.JcstressReport;
import dev.safebank.junit.jcstress.JudgedTest;
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
  private final JcstressReport jcstressReport;
  private final Optional<JudgedTest> jcstress;
  private final Optional<JudgedBank> bank;

  EngineContext(EngineExecutionListener listener, EngineOptions options) {
    this(
        listener,
        options,
        new Explorer(),
        new JcstressReport(
            options.directory(), ReplayRequest.property(Header.TEST, Header.SCHEDULE)),
        Optional.empty(),
        Optional.empty());
  }

  private EngineContext(
      EngineExecutionListener listener,
      EngineOptions options,
      Explorer explorer,
      JcstressReport jcstressReport,
      Optional<JudgedTest> jcstress,
      Optional<JudgedBank> bank) {
    this.listener = listener;
    this.options = options;
    this.explorer = explorer;
    this.jcstressReport = jcstressReport;
    this.jcstress = jcstress;
    this.bank = bank;
  }

  EngineContext with(JudgedTest judged) {
    return new EngineContext(
        listener, options, explorer, jcstressReport, Optional.of(judged), Optional.empty());
  }

  EngineContext with(JudgedBank judged) {
    return new EngineContext(
        listener, options, explorer, jcstressReport, Optional.empty(), Optional.of(judged));
  }

  EngineOptions options() {
    return options;
  }

  Explorer explorer() {
    return explorer;
  }

  /** The report of all jcstress tests of the run. */
  JcstressReport jcstressReport() {
    return jcstressReport;
  }

  JudgedTest jcstress() {
    return jcstress.orElseThrow();
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
