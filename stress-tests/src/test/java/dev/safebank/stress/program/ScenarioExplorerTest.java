package dev.safebank.stress.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.evidence.ExplorationRecord;
import dev.safebank.model.specification.ProgramText;
import dev.safebank.model.specification.ReportedProgram;
import dev.safebank.model.variants.AccountLocksBank;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScenarioExplorerTest {

  @Test
  void callsThatWaitForEachOtherDoNotGoOneAfterTheOther() {
    ReportedProgram crossing = new ReportedProgram(
        ProgramText.parse("transfer(0, 1, 60) ‖ transfer(1, 0, 60) on [100, 100]"), List.of());

    ExplorationRecord record =
        new ScenarioExplorer(AccountLocksBank.class).explore("Crossing", crossing);

    assertThat(record.outcomes()).containsOnlyKeys("DEADLOCK", "MOVED, MOVED");
    assertThat(record.serial()).containsOnly("MOVED, MOVED");
  }
}
