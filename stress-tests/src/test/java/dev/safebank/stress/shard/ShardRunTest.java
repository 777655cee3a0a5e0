package dev.safebank.stress.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.safebank.evidence.Environment;
import dev.safebank.evidence.EvidenceException;
import dev.safebank.evidence.EvidenceWriter;
import dev.safebank.evidence.Header;
import dev.safebank.evidence.ScopeFacts;
import dev.safebank.evidence.SkippedRecord;
import dev.safebank.evidence.shard.Platform;
import dev.safebank.evidence.shard.Shard;
import dev.safebank.evidence.shard.ShardEvidence;
import dev.safebank.evidence.shard.ShardManifest;
import dev.safebank.evidence.shard.ShardManifestFile;
import dev.safebank.evidence.shard.ShardReader;
import dev.safebank.stress.run.EarlierEvidence;
import dev.safebank.stress.run.EvidenceFiles;
import dev.safebank.stress.run.RunOptions;
import dev.safebank.stress.run.SampleCells;
import dev.safebank.stress.run.cell.StressCell;
import dev.safebank.stress.run.plan.Budget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a shard leaves, and what of it can be relied on. */
class ShardRunTest {

  private static final List<StressCell> CELLS = List.of(
      SampleCells.cell(SampleCells.SAFE, SampleCells.VALIDATE),
      SampleCells.cell(SampleCells.SAFE, SampleCells.CROSSING),
      SampleCells.cell(SampleCells.TORN, SampleCells.VALIDATE));

  private static final Environment HERE =
      new Environment("Linux 6 amd64", "A processor", 2, "unknown", "OpenJDK 17", Map.of());

  @TempDir
  private Path folder;

  @Test
  void saysFromItsStartWhatItIs() throws IOException {
    plan(1);

    ShardManifest manifest = ShardManifestFile.read(folder);

    assertThat(manifest.shard()).isEqualTo(new Shard(1, 2));
    assertThat(manifest.finished()).isFalse();
    assertThat(manifest.files()).isEmpty();
    assertThat(manifest.platform())
        .isEqualTo(new Platform("x86_64", "A processor", 2, "OpenJDK 17", "-Xint -Xmx1g"));
    assertThat(manifest.host()).isNotBlank();
  }

  @Test
  void tellsBazelThatItKnowsOfShards() throws IOException {
    plan(1);
    Path status = folder.resolve("status");

    ShardStart.write(folder, new Shard(1, 2), Map.of("TEST_SHARD_STATUS_FILE", status.toString()));

    assertThat(status).isEmptyFile();
  }

  @Test
  void isFinishedWhenAllThatItOwesIsThere() throws IOException {
    run(2);

    ShardManifest finished = new ShardReader().finish(folder);

    assertThat(finished.finished()).isTrue();
    assertThat(finished.files().keySet())
        .containsExactly("exploration.ndjson", "plan.ndjson", "programs.ndjson", "stress.ndjson");
    assertThat(ShardManifestFile.read(folder)).isEqualTo(finished);
    ShardEvidence evidence = new ShardReader().read(folder, finished);
    assertThat(evidence.plan().cells()).hasSize(3);
    assertThat(evidence.records())
        .hasSize(2 * new ShardPart(new Shard(2, 2), CELLS).stressed().size());
  }

  @Test
  void twoShardsOfOneRunHaveTheSamePlan() throws IOException {
    plan(1);
    String plan = ShardManifestFile.read(folder).plan();
    plan(2);
    assertThat(ShardManifestFile.read(folder).plan()).isEqualTo(plan);
  }

  @ParameterizedTest
  @ValueSource(strings = {"plan.ndjson", "exploration.ndjson", "programs.ndjson", "stress.ndjson"})
  void isNotFinishedWhileAFileIsMissing(String name) throws IOException {
    run(1);
    Files.delete(folder.resolve(name));
    assertRefused(name + ": there is no such evidence");
    assertThat(ShardManifestFile.read(folder).finished()).isFalse();
  }

  @Test
  void isNotFinishedWhileAFileHasNoEnd() throws IOException {
    run(1);
    Path file = folder.resolve("stress.ndjson");
    List<String> lines = Files.readAllLines(file);
    Files.write(file, lines.subList(0, lines.size() - 1));
    assertRefused("stress.ndjson: has no end: the run was cut short. Run that shard again.");
  }

  @Test
  void isNotFinishedWithEvidenceOfAnEarlierRun() throws IOException {
    run(1);
    Header plan = EvidenceFiles.header(options(ShardReader.PLAN), CELLS, HERE);
    Header later = new Header(
        plan.schema(),
        plan.run(),
        plan.started().plus(Duration.ofDays(1)),
        plan.environment(),
        plan.options(),
        plan.command(),
        plan.replay(),
        plan.variants(),
        plan.scenarios(),
        plan.cells(),
        scopes());
    try (EvidenceWriter writer = EvidenceWriter.create(folder.resolve(ShardReader.PLAN), later)) {
      writer.complete(Instant.now());
    }
    assertRefused("is older than the plan beside it, and so of another run");
  }

  @Test
  void isNotFinishedWithEvidenceOfOtherCells() throws IOException {
    run(1);
    cells("stress.ndjson", new ShardPart(new Shard(2, 2), CELLS).stressed(), HERE);
    assertRefused("stress.ndjson: is not about the cells of this shard");
  }

  @Test
  void isNotFinishedWithEvidenceOfAnotherMachine() throws IOException {
    run(1);
    Environment elsewhere =
        new Environment("Linux 6 amd64", "Another processor", 2, "unknown", "OpenJDK 17", Map.of());
    cells("stress.ndjson", new ShardPart(new Shard(1, 2), CELLS).stressed(), elsewhere);
    assertRefused("stress.ndjson: was written on another machine or JDK than the plan beside it");
  }

  @Test
  void aFileThatWasAlteredIsRefused() throws IOException {
    run(1);
    ShardManifest finished = new ShardReader().finish(folder);
    Files.writeString(folder.resolve("stress.ndjson"), " ", StandardOpenOption.APPEND);
    assertThatExceptionOfType(EvidenceException.class)
        .isThrownBy(() -> new ShardReader().read(folder, finished))
        .withMessageContaining("stress.ndjson: was altered after the shard had finished");
  }

  @Test
  void aFileThatWasAddedIsRefused() throws IOException {
    run(1);
    ShardManifest finished = new ShardReader().finish(folder);
    Files.copy(folder.resolve("stress.ndjson"), folder.resolve("more.ndjson"));
    assertThatExceptionOfType(EvidenceException.class)
        .isThrownBy(() -> new ShardReader().read(folder, finished))
        .withMessageContaining("more.ndjson: was added after the shard had finished");
  }

  @Test
  void aFileThatWasTakenAwayIsRefused() throws IOException {
    run(1);
    ShardManifest finished = new ShardReader().finish(folder);
    Files.delete(folder.resolve("programs.ndjson"));
    assertThatExceptionOfType(EvidenceException.class)
        .isThrownBy(() -> new ShardReader().read(folder, finished))
        .withMessageContaining("programs.ndjson: is not there, and the shard's manifest names it");
  }

  @Test
  void aManifestOfAnotherShardIsRefused() throws IOException {
    run(1);
    ShardManifest own = new ShardReader().finish(folder);
    ShardManifest other = new ShardManifest(
        own.schema(), new Shard(2, 2), own.plan(), own.platform(), own.host(), true, own.files());
    assertThatExceptionOfType(EvidenceException.class)
        .isThrownBy(() -> new ShardReader().read(folder, other))
        .withMessageContaining("is not about the cells of this shard");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "{}", "null", "{\"schema\": \"safebank-shard/9\"}"})
  void aDamagedManifestIsRefusedInOneLine(String text) throws IOException {
    Files.writeString(folder.resolve(ShardManifestFile.NAME), text);
    assertThatExceptionOfType(EvidenceException.class)
        .isThrownBy(() -> ShardManifestFile.read(folder))
        .withMessageContaining("shard.json: ")
        .withMessageEndingWith("Run that shard again.")
        .withMessageNotContaining("\n");
  }

  private void assertRefused(String cause) {
    assertThatExceptionOfType(EvidenceException.class)
        .isThrownBy(() -> new ShardReader().finish(folder))
        .withMessageContaining(cause);
  }

  private void run(int index) throws IOException {
    ShardPart part = new ShardPart(new Shard(index, 2), CELLS);
    plan(index);
    cells("exploration.ndjson", part.explored(), HERE);
    cells("stress.ndjson", part.stressed(), HERE);
    try (EvidenceWriter programs = EvidenceFiles.createOfPrograms(
        options("programs.ndjson"), part.variants(), scopes(), "1x1x1", HERE)) {
      programs.complete(Instant.now());
    }
  }

  private void plan(int index) throws IOException {
    ShardStart.clear(folder);
    try (EvidenceWriter plan =
        EvidenceFiles.createPlan(options(ShardReader.PLAN), CELLS, CELLS, HERE, "now", scopes())) {
      plan.complete(Instant.now());
    }
    ShardStart.write(
        folder,
        new Shard(index, 2),
        Map.of("JAVA_TOOL_OPTIONS", "-Xint", "JDK_JAVA_OPTIONS", " -Xmx1g"));
  }

  private void cells(String name, List<StressCell> cells, Environment where) throws IOException {
    try (EvidenceWriter writer =
        EvidenceFiles.create(options(name), cells, EarlierEvidence.NONE, where)) {
      for (StressCell cell : cells) {
        writer.append(new SkippedRecord(cell.test(), "a reason"));
      }
      writer.complete(Instant.now());
    }
  }

  private RunOptions options(String name) {
    return new RunOptions(
        Budget.parse(Budget.AUTO), List.of("*"), List.of("*"), folder.resolve(name), false, 0);
  }

  private static List<ScopeFacts> scopes() {
    return List.of(new ScopeFacts("a scope", 3));
  }
}
