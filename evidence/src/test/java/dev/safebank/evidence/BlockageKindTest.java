package dev.safebank.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BlockageKindTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "DEADLOCK; DEADLOCK",
        "MOVED, DEADLOCK; DEADLOCK",
        "STUCK, DEADLOCK, 200; DEADLOCK",
        "STUCK; STUCK",
        "STUCK, 200; STUCK"
      })
  void isFoundAmongTheOutcomesParts(String outcome, BlockageKind kind) {
    assertThat(BlockageKind.in(outcome)).contains(kind);
    assertThat(BlockageKind.declaredForm(outcome)).isEqualTo(kind.outcome());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "MOVED, 200", "DEADLOCKED", "NOT STUCK, 200"})
  void isNotFoundWhereNoPartSaysSo(String outcome) {
    assertThat(BlockageKind.in(outcome)).isEqualTo(Optional.empty());
    assertThat(BlockageKind.declaredForm(outcome)).isEqualTo(outcome);
  }

  @Test
  void everyKindIsToldByItsOwnOutcome() {
    for (BlockageKind kind : BlockageKind.values()) {
      assertThat(BlockageKind.in(kind.outcome())).contains(kind);
    }
  }
}
