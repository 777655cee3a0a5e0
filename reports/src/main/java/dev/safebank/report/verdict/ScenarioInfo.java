package dev.safebank.report.verdict;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A scenario that variants were judged by.
 *
 * @param name simple class name, unique in a run
 * @param className binary class name
 * @param story what the actors do, in one or two sentences
 * @param actors each actor's part, in order, e.g. {@code A→B 50}
 * @param reports what the parts of an outcome are, e.g. {@code status, total}
 * @param program the calls of the actors, and the opening balances
 * @param serialOutcomes the outcomes that the specification allows
 * @param meanings how outcomes come about that it does not allow, by what is wrong
 */
public record ScenarioInfo(
    String name,
    String className,
    String story,
    List<String> actors,
    String reports,
    String program,
    List<String> serialOutcomes,
    Map<String, String> meanings) {

  public ScenarioInfo {
    actors = List.copyOf(actors);
    serialOutcomes = List.copyOf(serialOutcomes);
    meanings = Collections.unmodifiableMap(new TreeMap<>(meanings));
  }
}
