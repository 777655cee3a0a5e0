package dev.safebank.stress.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.stress.run.ReplayCommand;
import org.junit.jupiter.api.Test;

/** What evidence says to run is named by a string there, since commands use runs. */
class ReplayCommandTest {

  @Test
  void theCommandsThatRunAWitnessAgainAreThere() {
    assertThat(ReplayCommand.ARGUMENTS)
        .isEqualTo(ExploreTestsCommand.class.getName() + " --replay %s %s");
    assertThat(ReplayCommand.PROGRAM).isEqualTo(ReplayProgramCommand.class.getName() + " %s %s");
  }
}
