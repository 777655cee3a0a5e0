package dev.safebank.stress.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.evidence.CellRecord;
import dev.safebank.evidence.Environment;
import dev.safebank.evidence.EvidenceWriter;
import dev.safebank.evidence.ForkRecord;
import dev.safebank.evidence.ForkStatus;
import dev.safebank.stress.run.cell.StressCell;
import dev.safebank.stress.run.plan.Budget;
import dev.safebank.stress.run.plan.PlannedFork;
import dev.safebank.stress.run.plan.VmConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of an earlier run's evidence still holds. */
class EarlierEvidenceTest {

  private static final Environment HERE =
      new Environment("Linux", "a CPU", 2, "2 cores", "a JVM 17", Map.of("java", "17"));

  private static final StressCell SAFE = SampleCells.cell(SampleCells.SAFE, SampleCells.VALIDATE);
  private static final StressCell TORN = SampleCells.cell(SampleCells.TORN, SampleCells.VALIDATE);
  private static final List<StressCell> BOTH = List.of(SAFE, TORN);

  @TempDir
  private Path folder;

  private Path file;

  @BeforeEach
  void aRunOfBothCellsIsCutShort() throws IOException {
    file = folder.resolve("stress.ndjson");
    RunOptions options =
        new RunOptions(Budget.parse(Budget.AUTO), List.of("*"), List.of("*"), file, false, 5);
    try (EvidenceWriter writer = EvidenceFiles.create(options, BOTH, EarlierEvidence.NONE, HERE)) {
      writer.append(saw(SAFE));
      writer.append(saw(TORN));
      writer.append(SampleCells.wentWrong(fork(TORN), ForkStatus.CRASHED));
    }
  }

  @Test
  void aRunOfAllCellsCarriesNothingOver() {
    assertThat(read(BOTH, BOTH, false)).isEqualTo(EarlierEvidence.NONE);
  }

  @Test
  void aRunThatIsResumedCarriesEveryRecordOverOnce() {
    EarlierEvidence earlier = read(BOTH, BOTH, true);

    assertThat(earlier.cells()).isEqualTo(BOTH);
    assertThat(earlier.records()).hasSize(3);
    assertThat(earlier.forksOf(List.of(SAFE))).hasSize(1);
  }

  @Test
  void aRunOfSomeCellsKeepsTheOthers() {
    EarlierEvidence earlier = read(BOTH, List.of(SAFE), false);

    assertThat(earlier.cells()).containsExactly(TORN);
    assertThat(earlier.records()).extracting(CellRecord::test).containsOnly(TORN.test());
    assertThat(earlier.with(List.of(SAFE), BOTH)).isEqualTo(BOTH);
  }

  @Test
  void whatChangedSinceIsNotCarriedOver() {
    StressCell changed = new StressCell(
        TORN.test(), TORN.actors(), TORN.variant(), TORN.scenario(), "other classes");

    assertThat(read(List.of(SAFE, changed), List.of(SAFE, changed), true).cells())
        .containsExactly(SAFE);
  }

  @Test
  void evidenceOfAnotherMachineIsNotCarriedOver() {
    Environment elsewhere =
        new Environment("Linux", "another CPU", 2, "2 cores", "a JVM 17", Map.of("java", "17"));

    assertThat(EarlierEvidence.read(file, BOTH, BOTH, true, elsewhere))
        .isEqualTo(EarlierEvidence.NONE);
  }

  @Test
  void damagedEvidenceIsNotCarriedOver() throws IOException {
    Files.writeString(file, "no evidence\n");

    assertThat(read(BOTH, BOTH, true)).isEqualTo(EarlierEvidence.NONE);
  }

  private EarlierEvidence read(List<StressCell> all, List<StressCell> chosen, boolean resume) {
    return EarlierEvidence.read(file, all, chosen, resume, HERE);
  }

  private static PlannedFork fork(StressCell cell) {
    return PlannedFork.first(cell, VmConfiguration.C2, 100);
  }

  private static ForkRecord saw(StressCell cell) {
    return SampleCells.saw(fork(cell), Map.of("MOVED, 200", 1_000L));
  }
}
