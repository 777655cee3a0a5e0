package dev.safebank.report.input;

import static dev.safebank.report.fixture.EvidenceFixture.cells;
import static dev.safebank.report.fixture.EvidenceFixture.jvm;
import static dev.safebank.report.fixture.EvidenceFixture.option;
import static dev.safebank.report.fixture.EvidenceFixture.programsOf;
import static dev.safebank.report.fixture.EvidenceFixture.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.evidence.CellFacts;
import dev.safebank.evidence.CellRecord;
import dev.safebank.evidence.ExplorationRecord;
import dev.safebank.evidence.ScopeRecord;
import dev.safebank.model.Promise;
import dev.safebank.report.fixture.EvidenceFixture;
import dev.safebank.report.fixture.RunFixture;
import dev.safebank.report.judge.Judge;
import dev.safebank.report.verdict.CellStatus;
import dev.safebank.report.verdict.GateViolation;
import dev.safebank.report.verdict.Verdict;
import dev.safebank.report.verdict.Verdicts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceFolderTest {

  private static final String CHANGED =
      "GlobalLockBank changed after it was stressed: it is UNTESTED. Run `mvn verify`.";

  @TempDir
  private Path folder;

  private RunFixture run;
  private EvidenceFixture files;

  @BeforeEach
  void aGoodRun() {
    run = RunFixture.good();
    files = new EvidenceFixture(folder, run);
  }

  @Test
  void whatWasWrittenIsGathered() throws IOException {
    files.all();
    GatheredEvidence gathered = gather();
    assertThat(gathered.header()).contains(run.header());
    assertThat(gathered.forks()).isEqualTo(run.forks());
    assertThat(gathered.skipped()).isEqualTo(run.skipped());
    assertThat(gathered.explorations()).hasSize(run.header().cells().size());
    assertThat(gathered.elapsed()).hasSeconds(120);
    assertThat(gathered.untested()).isEmpty();
    assertThat(gathered.objections()).isEmpty();
    assertThat(gathered.notices()).isEmpty();
    assertThat(verdict("GlobalLockBank", Promise.NESTS)).isEqualTo(Verdict.HELD);
  }

  @Test
  void theFilesAreToldApartByRunMachineAndJdk() throws IOException {
    files.all();
    assertThat(Judge.judge(gather()).run().orElseThrow().sources())
        .extracting(source -> source.file() + " of " + source.run())
        .containsExactly("exploration.ndjson of exploration", "stress.ndjson of run 1");
    assertThat(Judge.judge(gather()).run().orElseThrow().sources())
        .extracting(source -> source.machine() + "; " + source.jvm())
        .containsOnly("Linux 6.1 amd64, Example CPU at 2 GHz, 2 CPUs;"
            + " Example OpenJDK 64-Bit Server VM 17.0.1");
  }

  @Test
  void noFolderIsNoEvidence() throws IOException {
    Path absent = folder.resolve("absent");
    assertThat(messages(EvidenceFolder.gather(absent, Optional.empty())))
        .containsExactly("There is no evidence in " + absent
            + ". Run `mvn verify` without -Dstress.skip first.");
  }

  @Test
  void aPlanAloneIsNoEvidence() throws IOException {
    files.plan(header -> header);
    assertThat(messages(gather()))
        .containsExactly("There is no evidence in " + folder
            + ". Run `mvn verify` without -Dstress.skip first.");
    assertThat(Judge.judge(gather()).pass()).isFalse();
  }

  @Test
  void aVariantThatChangedIsUntestedByNameAndTheRestKeepsItsVerdict() throws IOException {
    files.all();
    files.plan(cells(changed(cell -> cell.variant().equals("GlobalLockBank"))));
    Verdicts verdicts = Judge.judge(gather());
    assertThat(verdict("GlobalLockBank", Promise.NESTS)).isEqualTo(Verdict.UNTESTED);
    assertThat(verdict("UnsafeBank", Promise.NESTS)).isEqualTo(Verdict.HELD);
    assertThat(verdict("UnsafeBank", Promise.CONSERVES_MONEY)).isEqualTo(Verdict.BROKEN);
    assertThat(verdicts.variant("GlobalLockBank").orElseThrow().scenarios()).allSatisfy(cell -> {
      assertThat(cell.status()).isEqualTo(CellStatus.OUTDATED);
      assertThat(cell.reason()).isEqualTo("GlobalLockBank changed after it was stressed");
      assertThat(cell.samples()).isZero();
    });
    assertThat(verdicts.reasons())
        .containsExactly(new GateViolation(GateViolation.Rule.UNTESTED_CELL, CHANGED));
    assertThat(verdicts.complete()).isFalse();
  }

  @Test
  void aBreakOfTheOldClassesIsNoBreakOfTheNewOnes() throws IOException {
    files.all();
    files.plan(cells(changed(cell -> cell.variant().equals("UnsafeBank"))));
    assertThat(verdict("UnsafeBank", Promise.CONSERVES_MONEY)).isEqualTo(Verdict.UNTESTED);
  }

  @Test
  void programsOfTheClassesThatAreThereCountAndThoseOfOthersDoNot() throws IOException {
    files.all();
    files.plan(programsOf("GlobalLockBank", "now"));
    files.programs(scope("GlobalLockBank", "now"));
    assertThat(gather().scopes()).containsExactly(scope("GlobalLockBank", "now"));
    assertThat(gather().objections()).isEmpty();
    files.programs(scope("GlobalLockBank", "before"));
    assertThat(gather().scopes()).isEmpty();
    assertThat(messages(gather()))
        .containsExactly("GlobalLockBank changed after its programs were explored: what they showed"
            + " does not count. Run `mvn verify`.");
  }

  @Test
  void twoRecordsOfTheProgramsOfAScopeAreAnError() throws IOException {
    files.all();
    files.plan(programsOf("GlobalLockBank", "now"));
    files.programs(scope("GlobalLockBank", "now"), scope("GlobalLockBank", "now"));
    assertThat(gather().scopes()).isEmpty();
    assertThat(messages(gather()))
        .containsExactly("programs.ndjson has two records of the exploration of GlobalLockBank in"
            + " 2 actors × 1 call. Run `mvn verify` again.");
  }

  @Test
  void aScenarioThatChangedIsNamed() throws IOException {
    files.all();
    files.plan(cells(changed(cell -> cell.scenario().equals("Overdraw"))));
    assertThat(reasons())
        .containsExactly(
            "Overdraw changed after it was stressed: it is UNTESTED. Run `mvn verify`.");
  }

  @Test
  void oneTestThatChangedIsNamed() throws IOException {
    files.all();
    files.plan(
        cells(changed(cell -> cell.test().equals(RunFixture.test("GlobalLockBank", "Overdraw")))));
    assertThat(reasons())
        .containsExactly("GlobalLockBank in Overdraw changed after it was stressed: it is UNTESTED."
            + " Run `mvn verify`.");
  }

  @Test
  void whatAllCellsShareChanged() throws IOException {
    files.all();
    files.plan(cells(changed(cell -> true)));
    assertThat(reasons())
        .containsExactly(
            "What all cells share changed after it was stressed: all is UNTESTED. Run `mvn verify`.");
  }

  @Test
  void aVariantThatWasAddedSinceIsNoticed() throws IOException {
    UnaryOperator<List<CellFacts>> others =
        without(cell -> cell.variant().equals("GlobalLockBank"));
    run.forgetsAll("GlobalLockBank");
    files.plan(header -> header);
    files.write(
        "exploration.ndjson",
        cells(others).apply(run("exploration", -60).apply(run.header())),
        files.explorations().stream()
            .filter(record -> !record.test().contains(".GlobalLockBank"))
            .toList(),
        true);
    files.stress("stress.ndjson", cells(others));
    assertThat(reasons())
        .containsExactly("GlobalLockBank is in no evidence: it was added after the run, or left out"
            + " of it: it is UNTESTED. Run `mvn verify`.");
    assertThat(verdict("GlobalLockBank", Promise.NESTS)).isEqualTo(Verdict.UNTESTED);
  }

  @Test
  void aVariantThatIsNotThereAnyMoreIsNoticedAndNotJudged() throws IOException {
    files.all();
    files.plan(cells(without(cell -> cell.variant().equals("GlobalLockBank"))));
    assertThat(gather().notices())
        .containsExactly(
            "GlobalLockBank is not there any more: what was recorded of it does not count.");
    assertThat(Judge.judge(gather()).variant("GlobalLockBank")).isEmpty();
    assertThat(reasons()).isEmpty();
  }

  @Test
  void withoutAPlanAllIsUntested() throws IOException {
    files.exploration();
    files.stress("stress.ndjson", header -> header);
    assertThat(reasons().get(0))
        .isEqualTo(folder.resolve("plan.ndjson") + ": there is no usable plan, which says what"
            + " classes are there now. All is UNTESTED. Run `mvn verify -Dstress.skip` to judge the"
            + " evidence again.");
    assertThat(verdict("GlobalLockBank", Promise.NESTS)).isEqualTo(Verdict.UNTESTED);
    assertThat(verdict("UnsafeBank", Promise.CONSERVES_MONEY)).isEqualTo(Verdict.UNTESTED);
  }

  @Test
  void aPlanOfAnotherBuildKnowsNothingOfTheClassesThatAreThere() throws IOException {
    files.all();
    files.plan(option("build", "yesterday"));
    assertThat(messages(EvidenceFolder.gather(folder, Optional.of("today"))).get(0))
        .contains("is of another build (yesterday) than this one (today)");
    assertThat(EvidenceFolder.gather(folder, Optional.of("yesterday")).objections())
        .isEmpty();
    files.plan(header -> header);
    assertThat(messages(EvidenceFolder.gather(folder, Optional.of("today"))).get(0))
        .contains("is of another build (none) than this one (today)");
  }

  @Test
  void aPlanWithRecordsIsRefused() throws IOException {
    files.all();
    files.stress("plan.ndjson", run("another", 0));
    assertThat(messages(gather()).get(0)).contains("holds records of a run, and so is no plan");
  }

  @Test
  void withoutAnyExplorationNothingCounts() throws IOException {
    files.all();
    Files.delete(folder.resolve("exploration.ndjson"));
    assertThat(reasons())
        .containsExactly("No cell was explored: all is UNTESTED. Run `mvn verify`.");
    assertThat(verdict("GlobalLockBank", Promise.NESTS)).isEqualTo(Verdict.UNTESTED);
    assertThat(verdict("UnsafeBank", Promise.CONSERVES_MONEY)).isEqualTo(Verdict.BROKEN);
  }

  @Test
  void withoutItsExplorationACellDoesNotCount() throws IOException {
    files.all();
    String test = RunFixture.test("GlobalLockBank", "NestedValidate");
    files.write(
        "exploration.ndjson",
        run("exploration", -60).apply(run.header()),
        files.explorations().stream()
            .filter(record -> !record.test().equals(test))
            .toList(),
        true);
    assertThat(reasons())
        .containsExactly("GlobalLockBank in NestedValidate was not explored: it is UNTESTED. Run"
            + " `mvn verify`.");
    assertThat(verdict("GlobalLockBank", Promise.NESTS)).isEqualTo(Verdict.UNTESTED);
  }

  @Test
  void anOlderExplorationBesideTheNewOneNeverWinsByItsName() throws IOException {
    files.all();
    String test = RunFixture.test("GlobalLockBank", "NestedValidate");
    List<CellRecord> broken = new ArrayList<>(files.explorations());
    broken.replaceAll(record -> record.test().equals(test) ? stuck(test) : record);
    files.write("exploration.ndjson", run("exploration", -60).apply(run.header()), broken, true);
    files.exploration("a-exploration.ndjson", run("older", -600));
    assertThat(verdict("GlobalLockBank", Promise.NEVER_DEADLOCKS)).isEqualTo(Verdict.BROKEN);
    assertThat(reasons().get(0))
        .isEqualTo("a-exploration.ndjson is older than exploration.ndjson, which tells of the same:"
            + " without " + broken.size() + " records of it. Delete it, or move it away.");
  }

  @Test
  void aCopyOfAFileDoublesNoSample() throws IOException {
    files.all();
    Files.copy(folder.resolve("stress.ndjson"), folder.resolve("stress-copy.ndjson"));
    assertThat(gather().forks()).isEqualTo(run.forks());
    assertThat(messages(gather()))
        .containsExactly("stress.ndjson is a copy of stress-copy.ndjson, or a part of it: both are"
            + " of one run. Delete one of them.");
  }

  @Test
  void twoStressRunsOfTheSameCellsAreNotMerged() throws IOException {
    files.all();
    files.stress("stress-2.ndjson", run("run 2", 600));
    assertThat(gather().forks()).isEqualTo(run.forks());
    assertThat(messages(gather()).get(0)).startsWith("stress.ndjson is older than stress-2.ndjson");
  }

  @Test
  void twoRecordsOfOneExplorationAreAnError() throws IOException {
    files.all();
    String test = RunFixture.test("GlobalLockBank", "NestedValidate");
    List<CellRecord> records = new ArrayList<>(files.explorations());
    records.add(stuck(test));
    files.write("exploration.ndjson", run("exploration", -60).apply(run.header()), records, true);
    assertThat(reasons())
        .containsExactly(
            "exploration.ndjson has two records of the exploration of " + test
                + ". Run `mvn verify` again.",
            "GlobalLockBank in NestedValidate has two records of its exploration: it is UNTESTED."
                + " Run `mvn verify`.");
  }

  @Test
  void filesOfDifferentJdksAreToldApart() throws IOException {
    files.all();
    files.exploration(
        "exploration.ndjson", header -> jvm("OpenJDK 25").apply(run("x", -60).apply(header)));
    assertThat(messages(gather()))
        .containsExactly("stress.ndjson and exploration.ndjson were made on different machines or"
            + " JDKs (Linux 6.1 amd64, Example CPU at 2 GHz, 2 CPUs, Example OpenJDK 64-Bit Server"
            + " VM 17.0.1; Linux 6.1 amd64, Example CPU at 2 GHz, 2 CPUs, OpenJDK 25)."
            + " Run `mvn verify` on one.");
  }

  @Test
  void evidenceOfAnotherJdkThanTheOneHereIsSaidToBe() throws IOException {
    files.all();
    files.plan(jvm("OpenJDK 25"));
    assertThat(gather().notices())
        .containsExactly("The evidence was made on another machine or JDK (Linux 6.1 amd64, Example"
            + " CPU at 2 GHz, 2 CPUs, Example OpenJDK 64-Bit Server VM 17.0.1) than the one here"
            + " (Linux 6.1 amd64, Example CPU at 2 GHz, 2 CPUs, OpenJDK 25).");
  }

  @Test
  void aFileWithoutTrailerIsUsedAndSaysFirstThatItIsIncomplete() throws IOException {
    files.all();
    run.forgets("GlobalLockBank", "NestedValidate");
    files.write("stress.ndjson", run.header(), run.forks(), false);
    GatheredEvidence gathered = gather();
    assertThat(gathered.forks()).isEqualTo(run.forks());
    assertThat(Judge.judge(gathered).reasons().get(0))
        .isEqualTo(new GateViolation(
            GateViolation.Rule.INCOMPLETE_EVIDENCE,
            "stress.ndjson ends without a trailer after " + (1 + run.forks().size())
                + " records: the run was cut short. What it saw is shown; run `mvn verify` again to have"
                + " the rest."));
  }

  @Test
  void aFileOfAnotherSchemaIsRefused() throws IOException {
    Files.writeString(
        folder.resolve("stress.ndjson"),
        "{\"record\":\"header\",\"schema\":\"safebank-evidence/9\"}\n");
    GatheredEvidence gathered = gather();
    assertThat(gathered.header()).isEmpty();
    assertThat(messages(gathered).get(0))
        .contains("safebank-evidence/9", "safebank-evidence/3", "Run `mvn verify` again");
  }

  @Test
  void aDamagedFileIsRefusedWhole() throws IOException {
    files.all();
    Path file = folder.resolve("stress.ndjson");
    Files.writeString(
        file, Files.readString(file).replaceFirst("\"millis\":750", "\"millis\":751"));
    GatheredEvidence gathered = gather();
    assertThat(gathered.forks()).isEmpty();
    assertThat(gathered.objections())
        .extracting(GateViolation::kind)
        .containsExactly(GateViolation.Rule.NO_EVIDENCE);
    assertThat(messages(gathered).get(0)).contains("checksum");
  }

  @Test
  void twoFilesOfDifferentCellsAreBroughtTogether() throws IOException {
    files.all();
    Predicate<String> first = test -> test.contains("UnsafeBank");
    files.write(
        "stress.ndjson",
        run.header(),
        run.forks().stream().filter(fork -> first.test(fork.test())).toList(),
        true);
    files.write(
        "stress-2.ndjson",
        run("run 2", 60).apply(run.header()),
        run.forks().stream().filter(fork -> !first.test(fork.test())).toList(),
        true);
    GatheredEvidence gathered = gather();
    assertThat(gathered.objections()).isEmpty();
    assertThat(gathered.forks()).containsExactlyInAnyOrderElementsOf(run.forks());
    assertThat(gathered.elapsed()).hasSeconds(180);
  }

  @Test
  void theStressRunsAccountOfTheRunLeads() throws IOException {
    files.all();
    files.exploration(
        "exploration.ndjson",
        header -> option("stress.budget", "auto").apply(run("x", 60).apply(header)));
    assertThat(gather().header().orElseThrow().options()).containsEntry("stress.budget", "4m");
  }

  @Test
  void aRecordThatItsHeaderDoesNotAnnounceIsRefused() throws IOException {
    run.sees("StrangeBank", "Overdraw", "C2", Map.of("MOVED", 1L));
    files.all();
    assertThat(messages(gather()))
        .containsExactly("stress.ndjson has a record of"
            + " dev.example.generated.StrangeBank_Overdraw, which its header does not announce. Run"
            + " `mvn verify` again.");
  }

  private static ExplorationRecord stuck(String test) {
    return new ExplorationRecord(
        test,
        1,
        List.of(),
        new TreeMap<>(Map.of("STUCK, MOVED", 1L)),
        new TreeSet<>(),
        List.of(),
        List.of(),
        List.of(),
        30);
  }

  private static ScopeRecord scope(String variant, String classes) {
    return new ScopeRecord(
        variant,
        classes,
        "2 actors × 1 call",
        9,
        9,
        40,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        70);
  }

  private static UnaryOperator<List<CellFacts>> changed(Predicate<CellFacts> which) {
    return cells -> cells.stream()
        .map(cell -> which.test(cell)
            ? new CellFacts(cell.test(), cell.variant(), cell.scenario(), "other classes")
            : cell)
        .toList();
  }

  private static UnaryOperator<List<CellFacts>> without(Predicate<CellFacts> which) {
    return cells -> cells.stream().filter(which.negate()).toList();
  }

  private GatheredEvidence gather() throws IOException {
    return EvidenceFolder.gather(folder, Optional.empty());
  }

  private Verdict verdict(String variant, Promise promise) throws IOException {
    return Judge.judge(gather())
        .variant(variant)
        .orElseThrow()
        .promise(promise)
        .orElseThrow()
        .verdict();
  }

  private List<String> reasons() throws IOException {
    return Judge.judge(gather()).reasons().stream().map(GateViolation::message).toList();
  }

  private static List<String> messages(GatheredEvidence gathered) {
    return gathered.objections().stream().map(GateViolation::message).toList();
  }
}
