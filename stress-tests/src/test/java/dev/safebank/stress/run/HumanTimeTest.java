package dev.safebank.stress.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HumanTimeTest {

  @ParameterizedTest
  @CsvSource({"90s, 90", "5m, 300", "2h, 7200", "' 1 M ', 60"})
  void readsANumberWithAUnit(String written, long seconds) {
    assertThat(HumanTime.parse(written)).isEqualTo(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "90", "s", "-5s", "1.5m", "5 days", "1h30m", "99999999s"})
  void saysWhatATimeLooksLike(String written) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HumanTime.parse(written))
        .withMessage(
            "\"" + written + "\" is not a time: write a number and s, m or h, e.g. 90s, 5m or 2h");
  }

  @Test
  void refusesNoTimeAtAll() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HumanTime.parse("0m"))
        .withMessage("\"0m\" is no time at all");
  }

  @ParameterizedTest
  @ValueSource(strings = {"45s", "90s", "5m", "2h"})
  void writesWhatItReads(String written) {
    assertThat(HumanTime.written(HumanTime.parse(written))).isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 s",
    "499, 0 s",
    "59600, 1 min 00 s",
    "198000, 3 min 18 s",
    "3599600, 1 h 00 min",
    "7500000, 2 h 05 min"
  })
  void saysATimeInWords(long millis, String words) {
    assertThat(HumanTime.words(Duration.ofMillis(millis))).isEqualTo(words);
  }
}
