package dev.safebank.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.ClassNameFilter.excludeClassNamePatterns;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathRoots;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;
import static org.junit.platform.launcher.EngineFilter.includeEngines;
import static org.junit.platform.launcher.TagFilter.excludeTags;
import static org.junit.platform.launcher.TagFilter.includeTags;

import dev.safebank.junit.subject.LostUpdateTest;
import dev.safebank.junit.subject.SubjectTests;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.Filter;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.openjdk.jcstress.infra.results.II_Result;

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
  void aClassThatIsNoTestIsTheSourceOfAContainerAroundTheTestsNestedInIt() {
    TestPlan plan = launcher.discover(request(selectClass(SubjectTests.class)));

    TestIdentifier outer = onlyChild(plan, plan.getRoots().iterator().next());
    assertThat(outer.getSource()).contains(ClassSource.from(SubjectTests.class));
    assertThat(plan.getChildren(outer))
        .extracting(TestIdentifier::getDisplayName)
        .contains("SubjectTests.RightCounter", "SubjectTests.Further.Deep")
        .doesNotContain("SubjectTests.Further");
  }

  /** Surefire excludes nested classes by their names, and counts on engines to find them. */
  @Test
  void theNameOfTheOuterClassDecidesWhetherNestedTestsAreRun() {
    TestPlan plan = launcher.discover(
        request(selectClass(SubjectTests.class), excludeClassNamePatterns(".*\\$.*")));

    assertThat(plan.countTestIdentifiers(TestIdentifier::isTest)).isGreaterThan(20);
    assertThat(launcher
            .discover(request(
                selectClass(SubjectTests.RightCounter.class), excludeClassNamePatterns(".*\\$.*")))
            .containsTests())
        .isFalse();
  }

  @Test
  void aNestedTestHasTheSameIdHoweverItIsSelected() throws URISyntaxException {
    Class<?> deep = SubjectTests.Further.Deep.class;
    Path root = Path.of(deep.getProtectionDomain().getCodeSource().getLocation().toURI());

    Set<String> ids = idsOf(deep, selectClass(deep));

    assertThat(ids).hasSize(3);
    assertThat(idsOf(deep, selectClass(SubjectTests.class))).isEqualTo(ids);
    assertThat(idsOf(deep, selectPackage(deep.getPackageName()))).isEqualTo(ids);
    assertThat(idsOf(deep, selectMethod(deep, "first", II_Result.class))).isEqualTo(ids);
    assertThat(idsOf(deep, selectClasspathRoots(Set.of(root)).get(0))).isEqualTo(ids);
  }

  private static TestIdentifier onlyChild(TestPlan plan, TestIdentifier parent) {
    assertThat(plan.getChildren(parent)).hasSize(1);
    return plan.getChildren(parent).iterator().next();
  }

  private Set<String> idsOf(Class<?> test, DiscoverySelector selector) {
    TestPlan plan = launcher.discover(request(selector));
    return plan.getRoots().stream()
        .flatMap(root -> plan.getDescendants(root).stream())
        .filter(TestIdentifier::isTest)
        .map(TestIdentifier::getUniqueId)
        .filter(id -> id.contains("[jcstress:" + test.getName() + "]"))
        .collect(Collectors.toSet());
  }

  @Test
  void aFailedOutcomeOfANestedTestIsRunAgainAlone() {
    Heard all = execute(request(selectClass(SubjectTests.class)));
    List<String> failed = all.failed.stream()
        .filter(id -> id.contains(SubjectTests.Further.Deep.class.getName()))
        .toList();
    assertThat(failed).hasSize(1);

    Heard again = execute(request(selectUniqueId(failed.get(0))));

    assertThat(again.finished).isEqualTo(failed);
    assertThat(again.failed).isEqualTo(failed);
  }

  @Test
  void theIdOfTheContainerStandsForAllTestsInIt() {
    TestPlan plan = launcher.discover(request(selectClass(SubjectTests.class)));
    String outer = onlyChild(plan, plan.getRoots().iterator().next()).getUniqueId();

    TestPlan again = launcher.discover(request(selectUniqueId(outer)));

    assertThat(again.countTestIdentifiers(TestIdentifier::isTest))
        .isEqualTo(plan.countTestIdentifiers(TestIdentifier::isTest));
  }

  @Test
  void nestedTestsHaveTheTagsOfTheClassesAroundThem() {
    assertThat(execute(request(selectClass(SubjectTests.class), includeTags("further"))).finished)
        .hasSize(3)
        .allMatch(id -> id.contains(SubjectTests.Further.Deep.class.getName()));
  }

  @Test
  void anIdThatFitsNoTestIsRefused() {
    String name = SubjectTests.Further.Deep.class.getName();

    assertThatThrownBy(() -> launcher.discover(
            request(selectUniqueId("[engine:safebank]/[jcstress:%s]".formatted(name)))))
        .hasStackTraceContaining("could not be resolved");
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
