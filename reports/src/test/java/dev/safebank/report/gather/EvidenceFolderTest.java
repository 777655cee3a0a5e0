package dev.safebank.report.gather;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.model.Promise;
import dev.safebank.report.fixture.RunFixture;
import dev.safebank.report.judge.Judge;
import dev.safebank.report.verdict.Objection;
import dev.safebank.report.verdict.Verdict;
import dev.safebank.report.verdict.Verdicts;
import dev.safebank.stress.evidence.EvidenceWriter;
import dev.safebank.stress.evidence.ExplorationRecord;
import dev.safebank.stress.evidence.ForkRecord;
import dev.safebank.stress.evidence.Header;
import dev.safebank.stress.evidence.SkippedRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceFolderTest {

  @TempDir
  private Path folder;

  @Test
  void whatWasWrittenIsGathered() throws IOException {
    RunFixture run = RunFixture.good();
    write("stress.ndjson", run.header(), run.forks(), run.skipped(), true);
    GatheredEvidence gathered = EvidenceFolder.gather(folder);
    assertThat(gathered.header()).contains(run.header());
    assertThat(gathered.forks()).isEqualTo(run.forks());
    assertThat(gathered.skipped()).isEqualTo(run.skipped());
    assertThat(gathered.elapsed()).hasSeconds(60);
    assertThat(gathered.objections()).isEmpty();
  }

  @Test
  void noFolderIsNoEvidence() throws IOException {
    Path absent = folder.resolve("absent");
    assertThat(messages(EvidenceFolder.gather(absent)))
        .containsExactly("There is no evidence in " + absent
            + ". Run `mvn verify` without -Dstress.skip first.");
  }

  @Test
  void withoutEvidenceTheVerdictIsNotComplete() throws IOException {
    Verdicts verdicts = Judge.judge(EvidenceFolder.gather(folder));
    assertThat(verdicts.complete()).isFalse();
    assertThat(verdicts.pass()).isFalse();
  }

  @Test
  void aFileWithoutTrailerIsUsedAndSaysThatItIsIncomplete() throws IOException {
    RunFixture run = RunFixture.good();
    write("stress.ndjson", run.header(), run.forks(), List.of(), false);
    GatheredEvidence gathered = EvidenceFolder.gather(folder);
    assertThat(gathered.forks()).isEqualTo(run.forks());
    assertThat(gathered.objections())
        .containsExactly(new Objection(
            Objection.Kind.INCOMPLETE_EVIDENCE,
            "stress.ndjson ends without a trailer after " + (1 + run.forks().size())
                + " records: the run was cut short. What it saw is shown; run `mvn verify` again to have"
                + " the rest."));
  }

  @Test
  void aFileOfAnotherSchemaIsRefused() throws IOException {
    Files.writeString(
        folder.resolve("stress.ndjson"),
        "{\"record\":\"header\",\"schema\":\"safebank-evidence/9\"}\n");
    GatheredEvidence gathered = EvidenceFolder.gather(folder);
    assertThat(gathered.header()).isEmpty();
    assertThat(messages(gathered).get(0))
        .contains("safebank-evidence/9", "safebank-evidence/1", "Run `mvn verify` again");
  }

  @Test
  void aDamagedFileIsRefusedWhole() throws IOException {
    RunFixture run = RunFixture.good();
    Path file = write("stress.ndjson", run.header(), run.forks(), List.of(), true);
    Files.writeString(
        file, Files.readString(file).replaceFirst("\"millis\":750", "\"millis\":751"));
    GatheredEvidence gathered = EvidenceFolder.gather(folder);
    assertThat(gathered.forks()).isEmpty();
    assertThat(gathered.objections())
        .extracting(Objection::kind)
        .containsExactly(Objection.Kind.NO_EVIDENCE);
    assertThat(messages(gathered).get(0)).contains("checksum");
  }

  @Test
  void twoFilesOfOneRunAreBroughtTogether() throws IOException {
    RunFixture run = RunFixture.good();
    List<ForkRecord> forks = run.forks();
    write("a.ndjson", run.header(), forks.subList(0, 5), run.skipped(), true);
    write("b.ndjson", run.header(), forks.subList(5, forks.size()), List.of(), true);
    GatheredEvidence gathered = EvidenceFolder.gather(folder);
    assertThat(gathered.forks()).isEqualTo(forks);
    assertThat(gathered.elapsed()).hasSeconds(120);
    assertThat(Judge.judge(gathered).reasons()).isEmpty();
  }

  @Test
  void anExplorationIsReadBesideTheStressRunWhoseAccountOfTheRunLeads() throws IOException {
    RunFixture run = RunFixture.good();
    RunFixture exploring = RunFixture.good().option("stress.budget", "auto");
    try (EvidenceWriter writer =
        EvidenceWriter.create(folder.resolve("exploration.ndjson"), exploring.header())) {
      writer.append(new ExplorationRecord(
          RunFixture.test("GlobalLockBank", "NestedValidate"),
          2,
          0,
          List.of(),
          new TreeMap<>(Map.of("200, MOVED", 2L)),
          new TreeSet<>(List.of("200, MOVED")),
          List.of(),
          List.of(),
          List.of(),
          30));
      writer.complete(exploring.header().started().plusSeconds(5));
    }
    write("stress.ndjson", run.header(), run.forks(), run.skipped(), true);
    GatheredEvidence gathered = EvidenceFolder.gather(folder);
    assertThat(gathered.header().orElseThrow().options()).containsEntry("stress.budget", "4m");
    assertThat(gathered.elapsed()).hasSeconds(65);
    assertThat(Judge.judge(gathered)
            .variant("GlobalLockBank")
            .orElseThrow()
            .promise(Promise.NESTS)
            .orElseThrow()
            .verdict())
        .isEqualTo(Verdict.PROVED);
  }

  @Test
  void filesOfDifferentVariantsAreNotMixed() throws IOException {
    RunFixture run = RunFixture.good();
    write("a.ndjson", run.header(), run.forks(), run.skipped(), true);
    RunFixture other = RunFixture.good().claims("UnsafeBank", RunFixture.allBut());
    write("b.ndjson", other.header(), List.of(), List.of(), true);
    assertThat(messages(EvidenceFolder.gather(folder)))
        .containsExactly("b.ndjson speaks of other"
            + " variants or scenarios than the evidence beside it. Run `mvn clean verify`.");
  }

  @Test
  void aRecordThatNoHeaderAnnouncesIsRefused() throws IOException {
    RunFixture run = RunFixture.good();
    run.sees("StrangeBank", "Overdraw", "C2", Map.of("MOVED", 1L));
    write("stress.ndjson", run.header(), run.forks(), run.skipped(), true);
    assertThat(messages(EvidenceFolder.gather(folder)))
        .containsExactly("There is a record of"
            + " dev.example.generated.StrangeBank_Overdraw, which no header announces. Run `mvn clean"
            + " verify`.");
  }

  private Path write(
      String name,
      Header header,
      List<ForkRecord> forks,
      List<SkippedRecord> skipped,
      boolean complete)
      throws IOException {
    Path file = folder.resolve(name);
    try (EvidenceWriter writer = EvidenceWriter.create(file, header)) {
      for (ForkRecord fork : forks) {
        writer.append(fork);
      }
      for (SkippedRecord cell : skipped) {
        writer.append(cell);
      }
      if (complete) {
        writer.complete(header.started().plusSeconds(60));
      }
    }
    return file;
  }

  private static List<String> messages(GatheredEvidence gathered) {
    return gathered.objections().stream().map(Objection::message).toList();
  }
}
