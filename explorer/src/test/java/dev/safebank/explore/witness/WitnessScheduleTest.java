package dev.safebank.explore.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.safebank.explore.finding.Schedule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WitnessScheduleTest {

  @Test
  void isWrittenAsRunsOfSteps() {
    Schedule steps = new Schedule(new int[] {
      Schedule.step(0, 0),
      Schedule.step(0, 0),
      Schedule.step(1, 2),
      Schedule.step(1, 0),
      Schedule.step(Schedule.CHOICE, 3)
    });

    WitnessSchedule schedule = new WitnessSchedule(steps, List.of(true, false, true), true, true);

    assertThat(schedule).hasToString("0x2-1.2-1-c3_d_ia");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "_1",
        "0_1",
        "0x2-1.2-1_d_ia",
        "12x400-0.3x2_ffffffffffffffffffff",
        "1_2_a",
        "c0-1x2-c4x2_1"
      })
  void isReadAsItWasWritten(String text) {
    assertThat(WitnessSchedule.parse(text)).hasToString(text);
  }

  @Test
  void sharedPlacesAreReadInTheirOrder() {
    assertThat(WitnessSchedule.parse("0_d").shared()).containsExactly(true, false, true);
    assertThat(WitnessSchedule.parse("0_1").shared()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0-1",
        "0--1_3",
        "a_3",
        "c_3",
        "c1.1_3",
        "0_",
        "0_0",
        "0_3_x",
        "0_3_",
        "0.x2_3",
        "0 1_3",
        "-1_3",
        "0x999999_3"
      })
  void anythingElseIsRefusedInOneLine(String text) {
    assertThatThrownBy(() -> WitnessSchedule.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("\"" + text + "\" is no schedule of a witness: ")
        .hasMessageNotContaining("\n");
  }

  @Test
  void needsNoQuotingInAShell() {
    Schedule steps = new Schedule(new int[] {Schedule.step(3, 1), Schedule.step(3, 1)});

    assertThat(new WitnessSchedule(steps, List.of(true), true, false).toString())
        .matches("[0-9a-z._-]+");
  }
}
