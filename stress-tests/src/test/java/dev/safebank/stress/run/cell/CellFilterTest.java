package dev.safebank.stress.run.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.safebank.console.UserError;
import dev.safebank.stress.run.SampleCells;
import java.util.List;
import org.junit.jupiter.api.Test;

class CellFilterTest {

  private static final StressCell SAFE_VALIDATE =
      SampleCells.cell(SampleCells.SAFE, SampleCells.VALIDATE);
  private static final StressCell SAFE_CROSSING =
      SampleCells.cell(SampleCells.SAFE, SampleCells.CROSSING);
  private static final StressCell TORN_VALIDATE =
      SampleCells.cell(SampleCells.TORN, SampleCells.VALIDATE);
  private static final List<StressCell> ALL = List.of(SAFE_VALIDATE, SAFE_CROSSING, TORN_VALIDATE);

  @Test
  void choosesAllWhenNothingIsAskedFor() {
    assertThat(choose(List.of(), List.of())).isEqualTo(ALL);
  }

  @Test
  void aNameChoosesOne() {
    assertThat(choose(List.of("TornBank"), List.of())).containsExactly(TORN_VALIDATE);
  }

  @Test
  void globsAndNamesAddUp() {
    assertThat(choose(List.of("S?fe*", "TornBank"), List.of("Val*")))
        .containsExactly(SAFE_VALIDATE, TORN_VALIDATE);
  }

  @Test
  void aNameThatMatchesNothingIsAnErrorThatListsWhatThereIs() {
    assertThatExceptionOfType(UserError.class)
        .isThrownBy(() -> choose(List.of("SaveBank"), List.of()))
        .withMessage("no variant matches \"SaveBank\". Did you mean SafeBank?"
            + " Known: SafeBank, TornBank.");
  }

  @Test
  void soIsAGlobAmongOthersThatMatch() {
    assertThatExceptionOfType(UserError.class)
        .isThrownBy(() -> choose(List.of(), List.of("Validate", "Quux*")))
        .withMessage("no scenario matches \"Quux*\". Known: Validate, Crossing.");
  }

  private static List<StressCell> choose(List<String> variants, List<String> scenarios) {
    return new CellFilter(variants, scenarios).choose(ALL);
  }
}
