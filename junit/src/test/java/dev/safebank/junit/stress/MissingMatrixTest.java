package dev.safebank.junit.stress;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.safebank.console.UserError;
import dev.safebank.stress.run.cell.CellDiscovery;
import org.junit.jupiter.api.Test;

/** Here, as where the annotation processor was not run, no generated test is on the class path. */
class MissingMatrixTest {

  @Test
  void whoStressesWithoutAMatrixIsToldHowToHaveTheProcessorRun() {
    assertThatThrownBy(CellDiscovery::onClassPath)
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("There is nothing to run: ")
        .hasMessageContaining("<proc>full</proc>");
  }
}
