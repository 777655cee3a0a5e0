package dev.safebank.stress.run;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as people write and read them. */
final class HumanTime {

  private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,6})\\s*([smh])");

  private HumanTime() {}

  /**
   * Reads {@code 90s}, {@code 5m} or {@code 2h}.
   *
   * @throws IllegalArgumentException if it is nothing of the kind, or no time at all
   */
  static Duration parse(String written) {
    Matcher matcher = WRITTEN.matcher(written.strip().toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "\"%s\" is not a time: write a number and s, m or h, e.g. 90s, 5m or 2h"
              .formatted(written));
    }
    long number = Long.parseLong(matcher.group(1));
    if (number == 0) {
      throw new IllegalArgumentException("\"%s\" is no time at all".formatted(written));
    }
    return switch (matcher.group(2)) {
      case "s" -> Duration.ofSeconds(number);
      case "m" -> Duration.ofMinutes(number);
      default -> Duration.ofHours(number);
    };
  }

  /** The form that {@link #parse} reads, with the largest unit that is exact. */
  static String written(Duration time) {
    long seconds = time.toSeconds();
    if (seconds % 3600 == 0) {
      return seconds / 3600 + "h";
    }
    return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
  }

  /** The time in words, e.g. {@code 3 min 18 s}, rounded to the second. */
  static String words(Duration time) {
    long seconds = (time.toMillis() + 500) / 1000;
    if (seconds < 60) {
      return seconds + " s";
    }
    if (seconds < 3600) {
      return "%d min %02d s".formatted(seconds / 60, seconds % 60);
    }
    return "%d h %02d min".formatted(seconds / 3600, seconds / 60 % 60);
  }
}
