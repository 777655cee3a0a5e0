package dev.safebank.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;
import static org.junit.platform.launcher.EngineFilter.includeEngines;
import static org.junit.platform.launcher.TagFilter.excludeTags;
import static org.junit.platform.launcher.TagFilter.includeTags;

import dev.safebank.junit.subject.LostUpdateTest;
import dev.safebank.junit.subject.SubjectTests;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.Filter;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * The engine as IDEs and build tools see it: found by the platform, driven through its launcher.
 */
class LauncherTest {

  private final Launcher launcher = LauncherFactory.create();

  private static LauncherDiscoveryRequest request(
      DiscoverySelector selector, Filter<?>... filters) {
    return LauncherDiscoveryRequestBuilder.request()
        .selectors(selector)
        .filters(includeEngines(SafebankTestEngine.ID))
        .filters(filters)
        .build();
  }

  private Heard execute(LauncherDiscoveryRequest request) {
    Heard heard = new Heard();
    launcher.execute(request, heard);
    return heard;
  }

  @Test
  void thePlatformFindsTheEngine() {
    assertThat(launcher.discover(request(selectClass(LostUpdateTest.class))).containsTests())
        .isTrue();
  }

  @Test
  void testsAreFoundByPackage() {
    String subjects = LostUpdateTest.class.getPackageName();

    long tests = launcher
        .discover(request(selectPackage(subjects)))
        .countTestIdentifiers(TestIdentifier::isTest);

    assertThat(tests).isGreaterThan(20);
  }

  @Test
  void testsAreChosenByTag() {
    String subjects = LostUpdateTest.class.getPackageName();

    assertThat(execute(request(selectPackage(subjects), includeTags("counter"))).finished)
        .hasSize(4)
        .allMatch(test -> test.contains(LostUpdateTest.class.getName()));
    assertThat(launcher
            .discover(request(selectClass(LostUpdateTest.class), excludeTags("counter")))
            .containsTests())
        .isFalse();
  }

  @Test
  void aFailedOutcomeIsRunAgainByItsUniqueId() {
    Heard all = execute(request(selectClass(LostUpdateTest.class)));
    assertThat(all.failed).hasSize(1);

    Heard again = execute(request(selectUniqueId(all.failed.get(0))));

    assertThat(again.finished).containsExactlyElementsOf(all.failed);
    assertThat(again.failed).isEqualTo(all.failed);
  }

  @Test
  void listenersSeeReportEntries() {
    Heard heard = execute(request(selectClass(SubjectTests.RightCounter.class)));

    assertThat(heard.entries)
        .anyMatch(entry -> entry.getKeyValuePairs().containsKey("interleavings"));
  }

  /** What a launcher tells its listeners. */
  private static final class Heard implements TestExecutionListener {

    private final List<String> finished = new ArrayList<>();
    private final List<String> failed = new ArrayList<>();
    private final List<ReportEntry> entries = new ArrayList<>();

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      if (test.isTest()) {
        finished.add(test.getUniqueId());
        Optional.of(test)
            .filter(any -> result.getStatus() == TestExecutionResult.Status.FAILED)
            .ifPresent(any -> failed.add(test.getUniqueId()));
      }
    }

    @Override
    public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
      entries.add(entry);
    }
  }
}
