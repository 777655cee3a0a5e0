package dev.safebank.console.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationFormatTest {

  @ParameterizedTest
  @CsvSource({"90s, 90", "5m, 300", "2h, 7200", "' 1 M ', 60", "1h30m, 5400"})
  void readsANumberWithAUnit(String text, long seconds) {
    assertThat(DurationFormat.parse(text)).isEqualTo(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "90", "s", "1.5m", "5 days", "5m1h"})
  void saysWhatATimeLooksLike(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DurationFormat.parse(text))
        .withMessage(
            "\"" + text + "\" is not a time: write a number and s, m or h, e.g. 90s, 5m or 2h");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0m", "-5s"})
  void refusesWhatIsNotLongerThanNothing(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DurationFormat.parse(text))
        .withMessage("\"" + text + "\" is not longer than nothing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"45s", "1m30s", "5m", "2h"})
  void writesWhatItReads(String text) {
    assertThat(DurationFormat.compact(DurationFormat.parse(text))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 ms",
    "499, 499 ms",
    "4200, 4.2 s",
    "9949, 9.9 s",
    "9950, 10 s",
    "59499, 59 s",
    "59500, 1 min 0 s",
    "198000, 3 min 18 s",
    "3599600, 1 h 0 min",
    "7500000, 2 h 5 min"
  })
  void saysATimeInWords(long millis, String words) {
    assertThat(DurationFormat.words(Duration.ofMillis(millis))).isEqualTo(words);
  }
}
