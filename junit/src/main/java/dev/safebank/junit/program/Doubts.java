package dev.safebank.junit.program;

import dev.safebank.explore.WitnessText;
import dev.safebank.explore.result.Exploration;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why an exploration does not prove its outcomes, in words. */
public final class Doubts {

  private Doubts() {}

  /**
   * Why there may be outcomes that an exploration has not shown: it is incomplete, or the program
   * uses what the memory model lets show more. Empty if it shows all.
   */
  public static String of(Exploration exploration) {
    return Stream.of(
            exploration.incomplete().stream(),
            exploration.races().stream().map(race -> "a data race on " + WitnessText.words(race)),
            exploration.relaxed().stream().map(use -> "not sequentially consistent: " + use))
        .flatMap(reasons -> reasons)
        .collect(Collectors.joining("; "));
  }
}
