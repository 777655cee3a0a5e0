package dev.safebank.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.commons.JUnitException;

class PlatformVersionTest {

  @Test
  void anOldPlatformIsRefusedWithWhatToDo() {
    assertThatThrownBy(() -> PlatformVersion.check("1.9.3"))
        .isInstanceOf(JUnitException.class)
        .hasMessage(
            "safebank-junit needs JUnit 5.10 (JUnit Platform 1.10) or newer, and found JUnit"
                + " Platform 1.9.3: raise the version of JUnit in your build, e.g. of junit-bom.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.10.0", "1.14.4", "6.1.3", "unknown"})
  void newerOnesAreNot(String version) {
    assertThatCode(() -> PlatformVersion.check(version)).doesNotThrowAnyException();
  }

  @Test
  void theVersionOfThePlatformIsFound() {
    assertThat(PlatformVersion.found())
        .hasValueSatisfying(version -> assertThat(version).containsPattern("^\\d+\\.\\d+"));
  }
}
