package dev.safebank.console.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberFormatsTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "999, 999",
    "1000, 1.0 k",
    "9949, 9.9 k",
    "9950, 10 k",
    "999499, 999 k",
    "999500, 1.0 M",
    "81234567, 81 M",
    "9223372036854775807, 9.2 E"
  })
  void compactNumbersHaveTwoOrThreeDigits(long number, String text) {
    assertThat(NumberFormats.compact(number)).isEqualTo(text);
  }

  @Test
  void countsHaveTheirThousandsMarkedAndTheirNounInTheRightNumber() {
    assertThat(NumberFormats.count(4_120_551)).isEqualTo("4,120,551");
    assertThat(NumberFormats.count(1, "scenario")).isEqualTo("1 scenario");
    assertThat(NumberFormats.count(0, "scenario")).isEqualTo("0 scenarios");
  }

  @ParameterizedTest
  @CsvSource({"7.3e-7, 7.3×10⁻⁷", "0.02, 2.0×10⁻²", "1, 1.0×10⁰"})
  void probabilitiesHaveTwoDigits(double probability, String text) {
    assertThat(NumberFormats.probability(probability)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 10, 0%",
    "10, 10, 100%",
    "0, 0, 0%",
    "1, 3, 33.3%",
    "76, 1000000, 0.0076%",
    "1, 10000000, <0.0001%",
    "9999999, 10000000, >99.9%"
  })
  void sharesAreNeverRoundedToNothingOrToAll(long part, long whole, String text) {
    assertThat(NumberFormats.share(part, whole)).isEqualTo(text);
  }
}
