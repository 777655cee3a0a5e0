package dev.safebank.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import dev.safebank.junit.subject.LostUpdateTest;
import dev.safebank.junit.subject.SubjectTests;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/** What a user's jcstress tests turn into. */
class SafebankTestEngineTest {

  private static EngineExecutionResults run(
      Map<String, String> parameters, DiscoverySelector... selectors) {
    return EngineTestKit.engine(new SafebankTestEngine())
        .selectors(selectors)
        .configurationParameters(parameters)
        .execute();
  }

  private static EngineExecutionResults run(Class<?> test) {
    return run(Map.of(), selectClass(test));
  }

  private static List<String> names(Events events) {
    return events.map(event -> event.getTestDescriptor().getDisplayName()).toList();
  }

  private static String message(Event event) {
    return event
        .getRequiredPayload(org.junit.platform.engine.TestExecutionResult.class)
        .getThrowable()
        .orElseThrow()
        .getMessage();
  }

  private static List<String> entries(EngineExecutionResults results) {
    return results
        .allEvents()
        .reportingEntryPublished()
        .map(event ->
            event.getRequiredPayload(ReportEntry.class).getKeyValuePairs().toString())
        .toList();
  }

  @Test
  void aForbiddenOutcomeThatCanBeReachedFailsWithItsWitnessAndTheWayToRunItAgain() {
    EngineExecutionResults results = run(LostUpdateTest.class);

    assertThat(names(results.testEvents().failed()))
        .containsExactly("\"1, 1\" FORBIDDEN: lost update");
    assertThat(message(results.testEvents().failed().list().get(0)))
        .startsWith("\"1, 1\" is possible and FORBIDDEN: lost update.")
        .contains("first", "second", "n 0 → 1", "LostUpdateTest.java:")
        .containsPattern(
            "-Dsafebank\\.replay='dev\\.safebank\\.junit\\.subject\\.LostUpdateTest#[^']+'");
  }

  @Test
  void acceptableAndInterestingOutcomesPassAndAreReported() {
    EngineExecutionResults results = run(LostUpdateTest.class);

    assertThat(names(results.testEvents().succeeded()))
        .containsExactly(
            "explored",
            "\"1, 2\" or \"2, 1\" ACCEPTABLE: one after the other",
            "\"2, 2\" ACCEPTABLE_INTERESTING: cannot be");
    assertThat(entries(results))
        .anyMatch(entry -> entry.contains("ACCEPTABLE=\"1, 2\" is reached in"))
        .contains("{ACCEPTABLE_INTERESTING=\"2, 2\" cannot be reached}");
  }

  @Test
  void aRightTestIsProved() {
    assertThat(names(run(SubjectTests.RightCounter.class).testEvents().succeeded()))
        .hasSize(3);
  }

  @Test
  void anUndeclaredOutcomeFailsTheExploration() {
    Event failed =
        run(SubjectTests.Undeclared.class).testEvents().failed().list().get(0);

    assertThat(failed.getTestDescriptor().getDisplayName()).isEqualTo("explored");
    assertThat(message(failed)).startsWith("\"2, 1\" is possible, and no @Outcome declares it.");
  }

  @Test
  void aDeadlockIsNotExcusedByAnOutcomeThatAcceptsAnything() {
    Event failed = run(SubjectTests.Deadlock.class).testEvents().failed().list().get(0);

    assertThat(failed.getTestDescriptor().getDisplayName()).isEqualTo("explored");
    assertThat(message(failed))
        .startsWith("DEADLOCK: actors wait for ever.")
        .contains("forth waits at", "held by back");
  }

  @Test
  void whatRacesIsAbortedSinceOtherOutcomesMayBePossible() {
    EngineExecutionResults results = run(SubjectTests.Racy.class);

    assertThat(names(results.testEvents().aborted()))
        .containsExactly("explored", "any other outcome FORBIDDEN: out of thin air");
    assertThat(message(results.testEvents().aborted().list().get(1)))
        .startsWith("any other outcome was not reached, but may be: a data race on n: ");
    assertThat(entries(results)).anyMatch(entry -> entry.contains("race 1=n: "));
  }

  @Test
  void anIncompleteExplorationIsAbortedFailedOrPassedAsAskedFor() {
    DiscoverySelector test = selectClass(SubjectTests.Uncontrolled.class);

    Event aborted = run(Map.of(), test).testEvents().aborted().list().get(0);
    assertThat(message(aborted))
        .startsWith("There may be other outcomes: ")
        .contains("cannot control Executors.newSingleThreadExecutor at SubjectTests.java:");
    assertThat(run(Map.of("safebank.incomplete", "fail"), test)
            .testEvents()
            .failed()
            .count())
        .isEqualTo(2);
    EngineExecutionResults passed = run(Map.of("safebank.incomplete", "pass"), test);
    assertThat(passed.testEvents().succeeded().count()).isEqualTo(3);
    assertThat(entries(passed)).anyMatch(entry -> entry.contains("undecided="));
  }

  @Test
  void outcomesAreTakenFromTheClassThatMetaNames() {
    assertThat(names(run(SubjectTests.WithMeta.class).testEvents().succeeded()))
        .containsExactly(
            "explored", "\"1, 2\" or \"2, 1\" ACCEPTABLE", "any other outcome FORBIDDEN");
  }

  @Test
  void aTestThatCannotBeCreatedFailsAsAContainerAndLeavesTheOthersAlone() {
    EngineExecutionResults results = run(SubjectTests.class);

    assertThat(results.containerEvents().failed().list()).hasSize(1);
    assertThat(message(results.containerEvents().failed().list().get(0)))
        .isEqualTo("dev.safebank.junit.subject.SubjectTests$NoConstructor needs a constructor"
            + " without parameters, as jcstress wants it");
    assertThat(results.containerEvents().succeeded().count()).isEqualTo(9);
  }

  @Test
  void testsAreFoundByPackageAndNestedInOthers() {
    EngineExecutionResults results =
        run(Map.of(), selectPackage(LostUpdateTest.class.getPackageName()));

    assertThat(names(results.containerEvents().started()))
        .contains("LostUpdateTest", "SubjectTests.RightCounter", "SubjectTests.Deadlock");
  }

  @Test
  void oneOutcomeIsRunAgainByItsUniqueId() {
    Event failed = run(LostUpdateTest.class).testEvents().failed().list().get(0);

    EngineExecutionResults again =
        run(Map.of(), selectUniqueId(failed.getTestDescriptor().getUniqueId()));

    assertThat(names(again.testEvents().failed()))
        .containsExactly("\"1, 1\" FORBIDDEN: lost update");
    assertThat(again.testEvents().started().count()).isEqualTo(1);
  }

  @Test
  void classesOfOthersAreNotClaimed() {
    assertThat(run(SafebankTestEngineTest.class).testEvents().count()).isZero();
  }

  @Test
  void tagsAreThoseOfTheClass() {
    Event any = run(LostUpdateTest.class).testEvents().started().list().get(0);

    assertThat(any.getTestDescriptor().getTags())
        .extracting(tag -> tag.getName())
        .containsExactly("counter");
  }

  @Test
  void aReplayRunsOneScheduleOfOneTest() {
    String message =
        message(run(LostUpdateTest.class).testEvents().failed().list().get(0));
    Matcher property = Pattern.compile("-Dsafebank\\.replay='([^']+)'").matcher(message);
    assertThat(property.find()).isTrue();

    EngineExecutionResults replay = run(
        Map.of("safebank.replay", property.group(1)),
        selectClass(LostUpdateTest.class),
        selectClass(SubjectTests.class));

    assertThat(replay.testEvents().succeeded().count()).isEqualTo(1);
    assertThat(entries(replay)).singleElement().asString().startsWith("{replay=1, 1");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          safebank.incomplete  | maybe | safebank.incomplete=maybe: give abort, fail or pass.
          safebank.replay      | 0-0-1 | safebank.replay=0-0-1: give the test's class, '#' and the schedule, as in CounterTest#0-0-1-1.
          safebank.replay      | ''    | safebank.replay=: give the test's class, '#' and the schedule, as in CounterTest#0-0-1-1.
          safebank.failIfNone  | maybe | safebank.failIfNone=maybe: give true or false.
          safebank.stress      | soon  | safebank.stress=soon: "soon" is not a time: write a number and s, m or h, e.g. 90s, 5m or 2h.
          safebank.stress      | 0s    | safebank.stress=0s: "0s" is not longer than nothing.
          safebank.stress.again | maybe | safebank.stress.again=maybe: give true or false.
          safebank.directory   | ''    | safebank.directory=: give a folder.
          safebank.incomplte   | pass  | safebank.incomplte is no property of safebank. There are safebank.directory, safebank.failIfNone, safebank.incomplete, safebank.replay, safebank.stress, safebank.stress.again.
          safebank.replay      | GoneTest#0-0 | safebank.replay=GoneTest#0-0: none of the selected classes is a test named GoneTest. Name its class, simple or in full, and select it.
          """)
  void whatTheUserHasSetWrongIsRefusedInOneLine(String name, String value, String message) {
    assertThatThrownBy(() -> run(Map.of(name, value), selectClass(LostUpdateTest.class)))
        .isInstanceOf(JUnitException.class)
        .rootCause()
        .hasMessage(message);
  }

  @Test
  void thatNoTestIsFoundIsAnErrorIfTheUserSaysSo() {
    DiscoverySelector none = selectClass(SafebankTestEngineTest.class);

    assertThat(run(Map.of("safebank.failIfNone", "false"), none).testEvents().count())
        .isZero();
    assertThat(run(Map.of("safebank.failIfNone", "false", "safebank.replay", "GoneTest#0-0"), none)
            .testEvents()
            .count())
        .isZero();
    assertThatThrownBy(() -> run(Map.of("safebank.failIfNone", "true"), none))
        .rootCause()
        .hasMessage("safebank.failIfNone=true: none of the selected classes has @JCStressTest or"
            + " @JudgeBank.");
  }

  @Test
  void whatTheTestsOfSafebankAreSetUpWithIsNoneOfTheEngines() {
    assertThat(run(Map.of("safebank.test.pairs", "40"), selectClass(LostUpdateTest.class))
            .testEvents()
            .started()
            .count())
        .isEqualTo(4);
  }
}
