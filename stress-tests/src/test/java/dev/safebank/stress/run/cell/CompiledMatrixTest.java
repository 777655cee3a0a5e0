package dev.safebank.stress.run.cell;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.safebank.console.UserError;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompiledMatrixTest {

  private final List<StressCell> all = CellDiscovery.onClassPath();

  @Test
  void everyVariantAndScenarioOfTheCataloguesHasItsTests() {
    assertThatCode(() -> CompiledMatrix.check(all)).doesNotThrowAnyException();
  }

  @Test
  void aVariantThatWasAddedSinceIsNamed() {
    List<StressCell> before = all.stream()
        .filter(cell -> !cell.variant().name().equals("GlobalLockBank"))
        .toList();
    assertThatExceptionOfType(UserError.class)
        .isThrownBy(() -> CompiledMatrix.check(before))
        .withMessage(
            "There is no generated test of GlobalLockBank: the tests were compiled before it"
                + " was added. Compile them again: mvn test-compile.");
  }

  @Test
  void aScenarioThatWasAddedSinceIsNamed() {
    List<StressCell> before =
        all.stream().filter(cell -> !cell.scenario().name().equals("Overdraw")).toList();
    assertThatExceptionOfType(UserError.class)
        .isThrownBy(() -> CompiledMatrix.check(before))
        .withMessageContaining("no generated test of Overdraw");
  }
}
