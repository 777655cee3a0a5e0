package dev.safebank.faults.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.evidence.ScenarioFacts;
import dev.safebank.faults.mutation.FaultyBankCompiler;
import dev.safebank.stress.scenario.Declarations;
import dev.safebank.stress.scenario.Scenarios;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioReachTest {

  private static final List<ScenarioFacts> SCENARIOS =
      Scenarios.all().stream().map(Declarations::ofScenario).toList();

  @TempDir
  private Path folder;

  @Test
  void aFaultThatEveryTransferShowsIsInReach() throws IOException {
    assertThat(isInReach("GlobalLockBank_LosesTheDeposit")).isTrue();
  }

  /** No scenario empties an account. */
  @Test
  void aFaultThatNoScenarioShowsIsNot() throws IOException {
    assertThat(isInReach("GlobalLockBank_RefusesTheLastCent")).isFalse();
  }

  private boolean isInReach(String bank) throws IOException {
    List<FaultTrial> trials = KillMatrixCommand.chosen(List.of(bank));
    FaultyBankCompiler.compile(
        KillMatrixCommand.faults(trials), folder, List.of("-proc:none"), List.of());
    try (URLClassLoader loader = FaultyBankCompiler.load(folder)) {
      return new ScenarioReach(loader, SCENARIOS).includes(trials.get(0));
    }
  }
}
