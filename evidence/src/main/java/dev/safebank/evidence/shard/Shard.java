package dev.safebank.evidence.shard;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One part of a run that is dealt out to several machines.
 *
 * @param index which part, from 1
 * @param count how many parts there are
 */
public record Shard(int index, int count) implements Comparable<Shard> {

  /** The most parts that a run can have. */
  public static final int MOST = 1_000_000;

  private static final Pattern FORM = Pattern.compile("(\\d{1,9})/(\\d{1,9})");

  public Shard {
    if (count < 1 || count > MOST) {
      throw new IllegalArgumentException(
          "the number of shards must be from 1 to %d: %d".formatted(MOST, count));
    }
    if (index < 1 || index > count) {
      throw new IllegalArgumentException(
          "the shard must be from 1 to %d: %d".formatted(count, index));
    }
  }

  /**
   * Reads {@code 2/4}.
   *
   * @throws IllegalArgumentException if that is no shard
   */
  public static Shard parse(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw new IllegalArgumentException("\"%s\" is not of the form 2/4".formatted(text));
    }
    return new Shard(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
  }

  @Override
  public int compareTo(Shard other) {
    return count == other.count
        ? Integer.compare(index, other.index)
        : Integer.compare(count, other.count);
  }

  @Override
  public String toString() {
    return index + "/" + count;
  }
}
