package dev.safebank.junit.stress;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.safebank.junit.SafebankTestEngine;
import dev.safebank.junit.subject.CompiledTests;
import dev.safebank.junit.subject.LostUpdateTest;
import dev.safebank.report.verdict.VerdictWitness;
import dev.safebank.report.verdict.VerdictsFile;
import dev.safebank.report.verdict.jcstress.TestStatus;
import dev.safebank.report.verdict.jcstress.TestVerdict;
import dev.safebank.report.verdict.jcstress.TestVerdicts;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** jcstress tests under stress: real forks, in a JVM of their own. */
@Tag("slow")
@Timeout(900)
class StressedJcstressTest {

  private static final String SUBJECTS = """
      public class Tests {
        @JCStressTest
        @Outcome(id = "1, 2", expect = Expect.ACCEPTABLE, desc = "always")
        @State
        public static class RightTest {
          @Actor public void one(II_Result r) { r.r1 = 1; }
          @Actor public void other(II_Result r) { r.r2 = 2; }
        }

        @JCStressTest
        @Outcome(id = "1, 2", expect = Expect.FORBIDDEN, desc = "never, it says")
        @State
        public static class WrongTest {
          @Actor public void one(II_Result r) { r.r1 = 1; }
          @Actor public void other(II_Result r) { r.r2 = 2; }
        }

        @JCStressTest
        @Outcome(id = "0, 0", expect = Expect.ACCEPTABLE)
        @State
        public static class SilentTest {
          @Actor public void one(II_Result r) { r.r1 = 1; }
          @Actor public void other(II_Result r) { r.r2 = 2; }
        }

        @JCStressTest
        @Outcome(id = "1, 2", expect = Expect.ACCEPTABLE)
        @State
        public static class EmbracingTest {
          private final CountDownLatch both = new CountDownLatch(2);
          private final Object one = new Object();
          private final Object other = new Object();

          private void meet() {
            both.countDown();
            try {
              both.await();
            } catch (InterruptedException interrupted) {
              throw new IllegalStateException(interrupted);
            }
          }

          @Actor
          public void one(II_Result r) {
            synchronized (one) {
              meet();
              synchronized (other) { r.r1 = 1; }
            }
          }

          @Actor
          public void other(II_Result r) {
            synchronized (other) {
              meet();
              synchronized (one) { r.r2 = 2; }
            }
          }
        }
      }
      """;

  @TempDir
  private static Path classes;

  private static URLClassLoader loader;

  @TempDir
  private Path folder;

  @BeforeAll
  static void compile() throws IOException {
    loader = CompiledTests.compile(classes, SUBJECTS);
  }

  @AfterAll
  static void close() throws IOException {
    loader.close();
  }

  private EngineExecutionResults run(Class<?> test) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      return EngineTestKit.engine(new SafebankTestEngine())
          .selectors(selectClass(test))
          .configurationParameter("safebank.directory", folder.toString())
          .configurationParameter("safebank.stress", "1s")
          .execute();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private EngineExecutionResults run(String name) throws ClassNotFoundException {
    return run(loader.loadClass("mine.Tests$" + name));
  }

  private static Map<String, String> messages(Events events) {
    return events.stream()
        .collect(toMap(
            event -> event.getTestDescriptor().getDisplayName(),
            event -> event
                .getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .orElseThrow()
                .getMessage()));
  }

  private static List<Map<String, String>> entries(EngineExecutionResults results) {
    return results
        .allEvents()
        .reportingEntryPublished()
        .map(event -> event.getRequiredPayload(ReportEntry.class).getKeyValuePairs())
        .toList();
  }

  @Test
  void aRightTestPassesAndIsNotStressedTwice() throws ClassNotFoundException {
    EngineExecutionResults first = run("RightTest");

    assertThat(messages(first.allEvents().failed())).isEmpty();
    assertThat(first.testEvents().succeeded().count()).isEqualTo(3);
    assertThat(entries(first)).anyMatch(entry -> entry.containsKey("outcome 1, 2"));
    assertThat(entries(first)).noneMatch(entry -> entry.toString().contains("stressed already"));
    assertThat(folder.resolve("mine.Tests$RightTest/stress/stress.ndjson")).isNotEmptyFile();

    EngineExecutionResults second = run("RightTest");

    assertThat(second.testEvents().succeeded().count()).isEqualTo(3);
    assertThat(entries(second))
        .filteredOn(entry -> entry.toString().contains("stressed already"))
        .hasSize(1);
  }

  @Test
  void aForbiddenOutcomeFailsWithHowOftenItWasSeen() throws ClassNotFoundException {
    Map<String, String> failed = messages(run("WrongTest").testEvents().failed());

    assertThat(failed).hasSize(1);
    assertThat(failed.values())
        .singleElement()
        .asString()
        .startsWith(
            "\"1, 2\" is possible and FORBIDDEN: never, it says. Under stress, \"1, 2\" was")
        .containsPattern("seen in [1-9][0-9,]* of [1-9][0-9,]* samples? \\(.*C1.*\\)\\.");
  }

  @Test
  void theReportHasWhatStressHasSeen() throws ClassNotFoundException, IOException {
    run("WrongTest");
    run("EmbracingTest");

    TestVerdicts verdicts = VerdictsFile.read(
        folder.resolve(VerdictsFile.NAME), TestVerdicts.class, TestVerdicts.SCHEMA);
    assertThat(verdicts.tests())
        .extracting(TestVerdict::status)
        .containsExactly(TestStatus.FAILED, TestStatus.FAILED);
    TestVerdict wrong = verdicts.tests().get(1);
    assertThat(wrong.stress().orElseThrow().samples())
        .isPositive()
        .isEqualTo(wrong.outcomes().get(0).samples());
    assertThat(wrong.outcomes().get(0).met().get(0).configurations()).containsKey("C1");
    assertThat(verdicts.tests().get(0).witnesses())
        .hasAtLeastOneElementOfType(VerdictWitness.ObservedBlockage.class)
        .hasAtLeastOneElementOfType(VerdictWitness.Interleaving.class);
    assertThat(folder.resolve("index.html"))
        .content()
        .contains("Observed under stress", "Under stress, ");
  }

  @Test
  void anOutcomeThatNobodyDeclaresFailsTheStressRun() throws ClassNotFoundException {
    assertThat(messages(run("SilentTest").testEvents().failed()).get("stressed"))
        .startsWith("\"1, 2\" was seen in ")
        .contains(", and no @Outcome declares it.");
  }

  @Test
  void aDeadlockOfATestThatDoesNotKnowTheWatchdogFailsWithWhoWaitsForWhom()
      throws ClassNotFoundException {
    assertThat(messages(run("EmbracingTest").testEvents().failed()).get("stressed"))
        .startsWith("DEADLOCK: actors wait for ever, in ")
        .contains("one is BLOCKED, waits for Object@", "held by other", "Tests.java:");
  }

  @Test
  void aTestThatTheProcessorOfJcstressHasNotSeenFailsAndSaysWhatToDo() {
    Map<String, String> failed = messages(run(LostUpdateTest.class).testEvents().failed());

    assertThat(failed.get("stressed"))
        .contains(
            "jcstress's annotation processor has not seen " + LostUpdateTest.class.getName(),
            "<proc>full</proc>");
  }
}
