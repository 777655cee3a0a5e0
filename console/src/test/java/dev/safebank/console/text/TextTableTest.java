package dev.safebank.console.text;

import static dev.safebank.console.text.TextTable.Alignment.LEFT;
import static dev.safebank.console.text.TextTable.Alignment.RIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {

  @Test
  void columnsAreAsWideAsTheirLongestCellAndLinesEndWithTheirLastLetter() {
    assertThat(new TextTable(List.of(LEFT, RIGHT, LEFT))
            .lines(List.of(
                List.of("bank", "total", "claims"),
                List.of("UnsafeBank", "7", "no"),
                List.of("A", "1,000", ""))))
        .containsExactly("bank        total  claims", "UnsafeBank      7  no", "A           1,000");
  }

  @Test
  void aTableWithoutRowsHasNoLines() {
    assertThat(new TextTable(List.of(LEFT)).lines(List.of())).isEmpty();
  }
}
