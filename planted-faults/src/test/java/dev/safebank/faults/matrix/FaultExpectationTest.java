package dev.safebank.faults.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.safebank.evidence.fault.BankKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultExpectationTest {

  @Test
  void aFaultBreaksLawsAndAnythingElseHasAReason() {
    assertThat(FaultExpectation.of("""
            # comment
            Some_Fault NESTS,CONTRACT
            Some_Change EQUIVALENT because it is
            """))
        .containsExactlyInAnyOrderEntriesOf(Map.of(
            "Some_Fault",
            new FaultExpectation(BankKind.FAULTY, List.of("NESTS", "CONTRACT"), ""),
            "Some_Change",
            new FaultExpectation(BankKind.EQUIVALENT, List.of(), "because it is")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Lonely", "A EQUIVALENT", "A NESTS but why", "A NESTS\nA NESTS"})
  void aLineOfAnotherFormIsRefused(String text) {
    assertThatThrownBy(() -> FaultExpectation.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("expected.txt: not \"BANK LAW,LAW\"");
  }

  @Test
  void everyPlantedFaultHasAnExpectation() {
    assertThat(FaultTrial.all()).hasSizeGreaterThan(300);
  }

  @Test
  void aFaultWithoutAnExpectationIsNamed() {
    assertThatThrownBy(() -> FaultTrial.all(List.of(), FaultExpectation.of("Gone NESTS")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("expected.txt must say of every planted fault, and of no other, what is to be"
            + " found. Missing: []. Not planted: [Gone].");
  }
}
