package dev.safebank.evidence.bounds;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What any record must keep to, so that whoever reads evidence can add up, index and print it
 * without a second thought. The messages say what is wrong in a few words.
 */
public final class Bounds {

  /** More than any run can count, and few enough that thousands of them can be added up. */
  public static final long MOST = 1_000_000_000_000_000L;

  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

  private Bounds() {}

  /** Checks a count of anything, or a time in milliseconds. */
  public static void count(String what, long count) {
    if (count < 0 || count > MOST) {
      throw new IllegalArgumentException(
          "%s must be from 0 to %d: %d".formatted(what, MOST, count));
    }
  }

  /** Checks counts by name, and their sum. */
  public static void counts(String what, Map<String, Long> counts) {
    long sum = 0;
    for (Map.Entry<String, Long> entry : counts.entrySet()) {
      if (entry.getValue() == null) {
        throw new IllegalArgumentException(
            "%s of \"%s\" must not be null".formatted(what, entry.getKey()));
      }
      count("%s of \"%s\"".formatted(what, entry.getKey()), entry.getValue());
      sum += entry.getValue();
      count(what, sum);
    }
  }

  /** Checks an index into a list. */
  public static void index(String what, int index, int size) {
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException(
          "%s must be from 0 to %d: %d".formatted(what, size - 1, index));
    }
  }

  /** Checks a moment. */
  public static void moment(String what, Instant moment) {
    if (moment.isBefore(EARLIEST) || moment.isAfter(LATEST)) {
      throw new IllegalArgumentException(
          "%s must be after %s: %s".formatted(what, EARLIEST, moment));
    }
  }

  /** Checks that names are there, and each once; returns them. */
  public static <T> Set<String> distinct(String what, Collection<T> all, Function<T, String> name) {
    Set<String> names = new HashSet<>();
    for (T one : all) {
      String own = name.apply(one);
      if (own.isBlank()) {
        throw new IllegalArgumentException(what + " without a name");
      }
      if (!names.add(own)) {
        throw new IllegalArgumentException("%s \"%s\" is there twice".formatted(what, own));
      }
    }
    return names;
  }
}
