package dev.safebank.report.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.safebank.console.UserError;
import dev.safebank.evidence.EvidenceException;
import dev.safebank.evidence.ScopeRecord;
import dev.safebank.evidence.shard.ShardManifestFile;
import dev.safebank.model.Promise;
import dev.safebank.report.fixture.EvidenceFixture;
import dev.safebank.report.fixture.RunFixture;
import dev.safebank.report.fixture.ShardFixture;
import dev.safebank.report.judge.Judge;
import dev.safebank.report.verdict.CellStatus;
import dev.safebank.report.verdict.CellVerdict;
import dev.safebank.report.verdict.GateViolation;
import dev.safebank.report.verdict.Verdicts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergedShardsTest {

  private static final int SHARDS = 4;

  @TempDir
  private Path folder;

  private ShardFixture shards;

  @BeforeEach
  void writeNothingYet() {
    shards = new ShardFixture(folder, RunFixture.good());
  }

  @Test
  void allShardsTogetherGiveTheVerdictsOfOneRun(@TempDir Path whole) throws IOException {
    shards.all(SHARDS);
    EvidenceFixture one = new EvidenceFixture(whole, RunFixture.good()).all();
    one.plan(header -> shards.plan());
    one.programs(RunFixture.good().header().variants().stream()
        .map(variant -> RunFixture.allPrograms(variant.name()))
        .toArray(ScopeRecord[]::new));

    Verdicts merged = verdicts(folder);

    assertThat(merged.variants())
        .isEqualTo(Judge.judge(EvidenceFolder.gather(whole, Optional.empty())).variants());
    assertThat(merged.pass()).isTrue();
    assertThat(merged.complete()).isTrue();
    assertThat(merged.samples()).isEqualTo(shards.samples());
    assertThat(merged.fleet().orElseThrow().machines()).isEqualTo(SHARDS);
    assertThat(merged.environment()).isPresent();
  }

  @Test
  void anyOrderAndAnyGroupingGivesTheSame() throws IOException {
    shards.all(SHARDS);
    ShardFixture others = new ShardFixture(folder.resolve("arm"), RunFixture.good()).on("aarch64");
    others.finished(1, 3);
    others.begun(3, 3);
    Verdicts expected = verdicts(folder);
    List<Path> folders = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(file -> file.endsWith(ShardManifestFile.NAME))
          .forEach(file -> folders.add(file.getParent()));
    }

    List<MergedShards> each = new ArrayList<>();
    for (Path one : folders) {
      each.add(MergedShards.in(List.of(one)));
    }

    for (int seed = 0; seed < 25; seed++) {
      Random random = new Random(seed);
      List<MergedShards> parts = new ArrayList<>(each);
      Collections.shuffle(parts, random);
      while (parts.size() > 1) {
        int place = random.nextInt(parts.size() - 1);
        parts.set(place, parts.get(place).and(parts.remove(place + 1)));
      }
      assertThat(Judge.judge(parts.get(0).gathered(Optional.empty())))
          .as("seed %d", seed)
          .isEqualTo(expected);
    }
  }

  @Test
  void aMissingShardIsNamedAndItsCellsAreUntested() throws IOException {
    shards.finished(1, SHARDS);
    shards.finished(2, SHARDS);
    shards.finished(4, SHARDS);

    Verdicts verdicts = verdicts(folder);

    assertThat(verdicts.pass()).isFalse();
    assertThat(verdicts.complete()).isFalse();
    assertThat(messages(verdicts))
        .contains("Missing: shard 3/4 on x86_64, Example OpenJDK 64-Bit Server VM 17.0.1. Run it"
            + " again with -Dstress.shard=3/4, and merge again.")
        .contains("5 cells of shard 3/4 on x86_64, Example OpenJDK 64-Bit Server VM 17.0.1:"
            + " UNTESTED, since the shard is missing.");
    assertThat(cells(verdicts).filter(cell -> cell.status() == CellStatus.MISSING))
        .hasSize(5);
    assertThat(cells(verdicts).filter(cell -> cell.status() == CellStatus.MISSING))
        .allMatch(cell -> cell.forks() == 0);
  }

  @Test
  void whatAShardLeftThatDidNotFinishDoesNotCount() throws IOException {
    shards.finished(1, 2);
    Path lost = shards.begun(2, 2).toRealPath();

    Verdicts verdicts = verdicts(folder);

    assertThat(messages(verdicts))
        .contains(
            "Not finished, in %s: shard 2/2 on x86_64, Example OpenJDK 64-Bit Server VM 17.0.1. Run it again with -Dstress.shard=2/2, and merge again."
                .formatted(lost));
    assertThat(cells(verdicts).filter(cell -> cell.status() == CellStatus.MISSING))
        .hasSize(10)
        .allMatch(cell -> cell.samples() == 0);
  }

  @Test
  void aShardThatWasRunAgainTakesThePlaceOfTheOneThatDidNotFinish() throws IOException {
    shards.finished(1, 2);
    shards.begun(2, 2);
    Path again = folder.resolve("again");
    new ShardFixture(again, RunFixture.good()).finished(2, 2);

    assertThat(verdicts(folder).pass()).isTrue();
  }

  @Test
  void ofOnePlatformEveryShardMustBeThereWhateverOthersHave() throws IOException {
    shards.all(2);
    new ShardFixture(folder.resolve("arm"), RunFixture.good()).on("aarch64").finished(1, 2);

    assertThat(messages(verdicts(folder)))
        .anyMatch(message -> message.startsWith("Missing: shard 2/2 on aarch64, "));
  }

  @Test
  void differentPlansAreRefused() throws IOException {
    shards.finished(1, 2);
    RunFixture other = RunFixture.good().claims("GlobalLockBank", RunFixture.allBut(Promise.NESTS));
    new ShardFixture(folder.resolve("other"), other).finished(2, 2);

    assertRefused(
        "have different plans: they are of other cells, claims, scopes, classes or tools");
  }

  @Test
  void aPlanThatIsNotTheOneHereIsRefused() throws IOException {
    shards.all(2);
    RunFixture changed =
        RunFixture.good().claims("GlobalLockBank", RunFixture.allBut(Promise.NESTS));
    MergedShards merged = MergedShards.in(List.of(folder));

    assertThat(merged.gathered(Optional.of(shards.plan())).objections()).isEmpty();
    assertThatExceptionOfType(UserError.class)
        .isThrownBy(() -> merged.gathered(Optional.of(new ShardFixture(folder, changed).plan())))
        .withMessageContaining(
            "is of other cells, claims, scopes or classes than those that are" + " here.");
  }

  @Test
  void twoOfTheSamePartAreRefused() throws IOException {
    shards.all(2);
    new ShardFixture(folder.resolve("again"), RunFixture.good()).finished(2, 2);

    assertRefused("are both shard 2/2 on x86_64, Example OpenJDK 64-Bit Server VM 17.0.1: its"
        + " samples would count twice. Take one of them away.");
  }

  @Test
  void oneShardThatIsFoundTwiceCountsOnce() throws IOException {
    shards.all(2);
    MergedShards twice = MergedShards.in(List.of(folder, folder.resolve("shard-1-of-2")));

    assertThat(Judge.judge(twice.gathered(Optional.empty())).samples()).isEqualTo(shards.samples());
  }

  @Test
  void aFileThatWasAlteredIsRefused() throws IOException {
    shards.all(2);
    Path altered = folder.resolve("shard-2-of-2/stress.ndjson");
    Files.writeString(altered, "\n", StandardOpenOption.APPEND);

    assertThatExceptionOfType(EvidenceException.class)
        .isThrownBy(() -> MergedShards.in(List.of(folder)))
        .withMessage(altered.toRealPath()
            + ": was altered after the shard had finished. Run that shard again.");
  }

  @Test
  void aFolderThatIsNotThereIsRefused() {
    assertThatExceptionOfType(UserError.class)
        .isThrownBy(() -> MergedShards.in(List.of(folder.resolve("absent"))))
        .withMessageStartingWith("There is no folder ");
  }

  @Test
  void withoutAnyShardThereIsNoVerdict() throws IOException {
    Verdicts none = verdicts(folder);

    assertThat(none.variants()).isEmpty();
    assertThat(none.reasons())
        .containsExactly(new GateViolation(
            GateViolation.Rule.NO_EVIDENCE,
            "There is no shard. Name the folder that holds the shards' folders."));
  }

  @Test
  void withoutAFinishedShardThereIsNoVerdict() throws IOException {
    shards.begun(1, 2);

    assertThat(messages(verdicts(folder)))
        .containsExactly("No shard is finished: there is no evidence. Run them again.");
  }

  @Test
  void oneShardAloneIsNotJudgedAsIfItWereAll() throws IOException {
    Path one = shards.finished(1, 2);

    assertThat(messages(Judge.judge(EvidenceFolder.gather(one, Optional.empty()))))
        .containsExactly(one
            + " holds one shard of a run that several machines have: alone it is not judged."
            + " Judge all shards together: mvn verify -Dmerge.shards=FOLDER.");
  }

  private void assertRefused(String cause) {
    assertThatExceptionOfType(UserError.class)
        .isThrownBy(() -> MergedShards.in(List.of(folder)))
        .withMessageContaining(cause)
        .withMessageNotContaining("\n");
  }

  private static Verdicts verdicts(Path folder) throws IOException {
    return Judge.judge(MergedShards.in(List.of(folder)).gathered(Optional.empty()));
  }

  private static List<String> messages(Verdicts verdicts) {
    return verdicts.reasons().stream().map(GateViolation::message).toList();
  }

  private static Stream<CellVerdict> cells(Verdicts verdicts) {
    return verdicts.variants().stream().flatMap(variant -> variant.scenarios().stream());
  }
}
