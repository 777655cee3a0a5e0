package dev.safebank.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EnvironmentProbeTest {

  @Test
  void aProcessorHasAName() {
    assertThat(EnvironmentProbe.processor(List.of(
            "processor\t: 0", "cpu family\t: 6", "model name\t: A processor @ 2:1 GHz", "")))
        .contains("A processor @ 2:1 GHz");
    assertThat(EnvironmentProbe.processor(List.of("processor\t: 0", "cpu\t\t: POWER9")))
        .contains("POWER9");
  }

  @Test
  void orTheNumbersOfItsMakerAndModel() {
    assertThat(EnvironmentProbe.processor(List.of(
            "processor\t: 0",
            "CPU implementer\t: 0x41",
            "CPU variant\t: 0x3",
            "CPU part\t: 0xd0c")))
        .contains("implementer 0x41, part 0xd0c");
  }

  @Test
  void orNothingIsKnown() {
    assertThat(EnvironmentProbe.processor(List.of("processor\t: 0", "model name")))
        .isEmpty();
  }
}
