package dev.safebank.junit.jcstress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import dev.safebank.evidence.EvidenceReader;
import dev.safebank.evidence.EvidenceRecord;
import dev.safebank.evidence.ExplorationRecord;
import dev.safebank.evidence.Header;
import dev.safebank.junit.SafebankTestEngine;
import dev.safebank.junit.bank.subject.JudgedBanks;
import dev.safebank.junit.subject.LostUpdateTest;
import dev.safebank.junit.subject.SubjectTests;
import dev.safebank.report.verdict.Verdict;
import dev.safebank.report.verdict.VerdictWitness;
import dev.safebank.report.verdict.VerdictsFile;
import dev.safebank.report.verdict.jcstress.TestStatus;
import dev.safebank.report.verdict.jcstress.TestVerdict;
import dev.safebank.report.verdict.jcstress.TestVerdicts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** What a run of jcstress tests leaves in the folder. */
class JcstressReportTest {

  @TempDir
  private Path folder;

  private EngineExecutionResults run(DiscoverySelector... selectors) {
    return run(Map.of(), selectors);
  }

  private EngineExecutionResults run(
      Map<String, String> parameters, DiscoverySelector... selectors) {
    return EngineTestKit.engine(new SafebankTestEngine())
        .selectors(selectors)
        .configurationParameter("safebank.directory", folder.toString())
        .configurationParameter("explore.scope", "2x1x2:small")
        .configurationParameters(parameters)
        .execute();
  }

  private List<TestVerdict> verdicts() throws IOException {
    return VerdictsFile.read(file(), TestVerdicts.class, TestVerdicts.SCHEMA).tests();
  }

  private Path file() {
    return folder.resolve(VerdictsFile.NAME);
  }

  private TestVerdict verdict(Class<?> test) throws IOException {
    return verdicts().stream()
        .filter(verdict -> verdict.test().equals(test.getName()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theReportSaysWhatTheTestsSay() throws IOException {
    Map<String, TestStatus> said = new HashMap<>();
    run(selectClass(LostUpdateTest.class), selectClass(SubjectTests.class))
        .allEvents()
        .finished()
        .stream()
        .filter(event -> event.getTestDescriptor().getUniqueId().toString().contains("jcstress:"))
        .forEach(event -> said.merge(testOf(event), statusOf(event), JcstressReportTest::graver));

    assertThat(said).hasSizeGreaterThan(8);
    assertThat(verdicts())
        .hasSameSizeAs(said.keySet())
        .allSatisfy(verdict ->
            assertThat(verdict.status()).as(verdict.test()).isEqualTo(said.get(verdict.test())));
    assertThat(said.values()).contains(TestStatus.PROVED, TestStatus.UNDECIDED, TestStatus.FAILED);
  }

  private static String testOf(Event event) {
    return event.getTestDescriptor().getUniqueId().getSegments().stream()
        .filter(segment -> segment.getType().equals("jcstress"))
        .findFirst()
        .orElseThrow()
        .getValue();
  }

  private static TestStatus statusOf(Event event) {
    Status status = event.getRequiredPayload(TestExecutionResult.class).getStatus();
    return switch (status) {
      case SUCCESSFUL -> TestStatus.PROVED;
      case ABORTED -> TestStatus.UNDECIDED;
      case FAILED -> TestStatus.FAILED;
    };
  }

  private static TestStatus graver(TestStatus one, TestStatus other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  @Test
  void aForbiddenOutcomeThatCanBeReachedIsThereWithItsWitnessAndOption() throws IOException {
    run(selectClass(LostUpdateTest.class));

    TestVerdict verdict = verdict(LostUpdateTest.class);
    assertThat(verdict.objections())
        .containsExactly("\"1, 1\" is possible and FORBIDDEN: lost update.");
    assertThat(verdict.outcomes())
        .filteredOn(outcome -> outcome.ids().contains("1, 1"))
        .singleElement()
        .satisfies(outcome -> {
          assertThat(outcome.verdict()).contains(Verdict.BROKEN);
          assertThat(outcome.interleavings()).isPositive();
        });
    String schedule = verdict.witnesses().stream()
        .map(VerdictWitness.Interleaving.class::cast)
        .filter(witness -> witness.outcome().equals("1, 1"))
        .map(VerdictWitness.Interleaving::schedule)
        .findFirst()
        .orElseThrow();
    assertThat(Files.readString(folder.resolve("index.html")))
        .contains("0 of 1 test is proved; 1 fails.", "lost update", "LostUpdateTest.java:")
        .contains("-Dsafebank.replay='%s#%s'".formatted(LostUpdateTest.class.getName(), schedule));
  }

  @Test
  void deadlocksAndWhatIsNotDeclaredAreListedAfterWhatIs() throws IOException {
    run(selectClass(SubjectTests.Deadlock.class), selectClass(SubjectTests.Undeclared.class));

    assertThat(verdict(SubjectTests.Deadlock.class).outcomes())
        .extracting(outcome -> outcome.words() + " " + outcome.expect())
        .containsExactly(".* ACCEPTABLE", "any other outcome ACCEPTABLE", "DEADLOCK UNDECLARED");
    assertThat(verdict(SubjectTests.Undeclared.class).outcomes())
        .extracting(outcome -> outcome.words() + " " + outcome.expect())
        .containsExactly("1, 2 ACCEPTABLE", "2, 1 UNDECLARED");
  }

  @Test
  void whatIsIncompleteOrRacesIsUndecidedWithTheReason() throws IOException {
    run(selectClass(SubjectTests.Uncontrolled.class), selectClass(SubjectTests.Racy.class));

    assertThat(verdict(SubjectTests.Uncontrolled.class).doubts())
        .singleElement()
        .asString()
        .contains("cannot control Executors.newSingleThreadExecutor at SubjectTests.java:");
    assertThat(verdict(SubjectTests.Racy.class).doubts())
        .singleElement()
        .asString()
        .contains("a data race on n");
    assertThat(verdict(SubjectTests.Racy.class).outcomes().get(2).verdict())
        .contains(Verdict.UNTESTED);
  }

  @Test
  void whatIsNotDecidedIsNotProvedHoweverItIsPassed() throws IOException {
    run(Map.of("safebank.incomplete", "pass"), selectClass(SubjectTests.Uncontrolled.class));

    assertThat(verdict(SubjectTests.Uncontrolled.class).status()).isEqualTo(TestStatus.UNDECIDED);
  }

  @Test
  void theEvidenceOfEachExplorationIsBesideTheReport() throws IOException {
    run(selectClass(LostUpdateTest.class));

    List<EvidenceRecord> records = new ArrayList<>();
    Path evidence = folder.resolve(LostUpdateTest.class.getName()).resolve("exploration.ndjson");
    assertThat(EvidenceReader.read(evidence, records::add).complete()).isTrue();
    assertThat(((Header) records.get(0)).options())
        .containsEntry("stress.tests", LostUpdateTest.class.getName())
        .containsEntry("stress.classes", verdict(LostUpdateTest.class).classes());
    assertThat(records.get(1))
        .isInstanceOfSatisfying(
            ExplorationRecord.class,
            explored -> assertThat(explored.outcomes()).containsKeys("1, 1", "1, 2", "2, 1"));
  }

  @Test
  void aRunOfOtherTestsAddsToTheReport() throws IOException {
    run(selectClass(LostUpdateTest.class));
    TestVerdict first = verdict(LostUpdateTest.class);

    run(selectClass(SubjectTests.RightCounter.class));

    assertThat(verdicts()).hasSize(2).contains(first);
  }

  @Test
  void verdictsOnClassesThatHaveChangedCountNoLonger() throws IOException {
    run(selectClass(SubjectTests.RightCounter.class));
    assertThat(verdict(SubjectTests.RightCounter.class).status()).isEqualTo(TestStatus.PROVED);
    String hash = verdict(SubjectTests.RightCounter.class).classes();
    Files.writeString(file(), Files.readString(file()).replace(hash, "0".repeat(hash.length())));

    run(selectClass(LostUpdateTest.class));

    assertThat(verdict(SubjectTests.RightCounter.class).status()).isEqualTo(TestStatus.OUTDATED);
    assertThat(Files.readString(folder.resolve("index.html")))
        .contains("0 of 2 tests are proved; 1 fails, 1 is outdated.");
  }

  @Test
  void oneOutcomeThatIsRunAgainIsJudgedWithAllOthers() throws IOException {
    Event failed =
        run(selectClass(LostUpdateTest.class)).testEvents().failed().list().get(0);
    TestVerdict first = verdict(LostUpdateTest.class);

    run(selectUniqueId(failed.getTestDescriptor().getUniqueId()));

    assertThat(verdict(LostUpdateTest.class).outcomes()).isEqualTo(first.outcomes());
  }

  @Test
  void replaysAndBanksLeaveTheReportAsItIs() {
    run(
        Map.of("safebank.replay", LostUpdateTest.class.getName() + "#0"),
        selectClass(LostUpdateTest.class));
    run(selectClass(JudgedBanks.class.getName() + "$Right"));

    assertThat(file()).doesNotExist();
    assertThat(folder.resolve("index.html")).doesNotExist();
  }
}
