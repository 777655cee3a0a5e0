package dev.safebank.report.page.cause;

import dev.safebank.report.page.witness.WitnessView;
import dev.safebank.report.verdict.PromiseVerdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A finding that shows how one or more promises are broken.
 *
 * @param promises the promises that it breaks
 * @param meaning what is wrong, in one sentence
 * @param program what the actors call, and on which bank
 * @param ending how it ended, and what the specification allows instead
 * @param witness the steps that lead there; empty if it was only seen under stress
 * @param lines the lines of code to look at
 * @param sightings where else it was found, and how often
 */
public record Cause(
    List<PromiseVerdict> promises,
    String meaning,
    String program,
    String ending,
    Optional<WitnessView> witness,
    List<BlamedLine> lines,
    List<Sighting> sightings) {

  /**
   * A source line that contributes to the anomaly.
   *
   * @param id of the line on the page
   * @param number of the line in its file
   * @param code the line itself
   * @param what happens there
   */
  public record BlamedLine(String id, int number, String code, List<String> what) {}

  /**
   * How often the anomaly was found, and where.
   *
   * @param words how often, and where
   * @param anchor of the place on the page; empty if there is none
   */
  public record Sighting(String words, String anchor) {}

  public Cause {
    promises = List.copyOf(promises);
    lines = List.copyOf(lines);
    sightings = List.copyOf(sightings);
  }

  /** The promises, each in quotes. */
  public String broken() {
    return promises.stream()
        .map(promise -> "“" + promise.promise().words() + "”")
        .collect(Collectors.joining(" and "));
  }
}
