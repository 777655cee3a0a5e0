package dev.safebank.report.text;

import java.util.List;
import java.util.regex.Pattern;

/** Splits class names into words, between which a line may break. */
public final class CamelCase {

  private static final Pattern BETWEEN = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

  private CamelCase() {}

  /** The words of a name, e.g. {@code Transfer}, {@code Versus}, {@code Validate}. */
  public static List<String> of(String name) {
    return BETWEEN.splitAsStream(name).toList();
  }
}
