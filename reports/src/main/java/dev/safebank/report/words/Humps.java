package dev.safebank.report.words;

import java.util.List;
import java.util.regex.Pattern;

/** Takes a class name apart where a line may break. */
public final class Humps {

  private static final Pattern BETWEEN = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

  private Humps() {}

  /** The words of a name, e.g. {@code Transfer}, {@code Versus}, {@code Validate}. */
  public static List<String> of(String name) {
    return BETWEEN.splitAsStream(name).toList();
  }
}
