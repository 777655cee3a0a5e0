package dev.safebank.stress.evidence;

import dev.safebank.model.Promise;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A scenario as its annotation describes it.
 *
 * @param name simple class name, unique in a run
 * @param className binary class name
 * @param story what the actors do, in one or two sentences
 * @param actors each actor's part, in order, e.g. {@code A→B 50}
 * @param reports what the parts of an outcome are, e.g. {@code status, total}
 * @param outcomes the outcomes declared, serial ones first, {@code DEADLOCK} and {@code STUCK} last
 */
public record ScenarioFacts(
    String name,
    String className,
    String story,
    List<String> actors,
    String reports,
    List<OutcomeFacts> outcomes) {

  public ScenarioFacts {
    actors = List.copyOf(actors);
    outcomes = List.copyOf(outcomes);
  }

  /** The promises that some declared outcome breaks. */
  public Set<Promise> canBreak() {
    Set<Promise> promises = EnumSet.noneOf(Promise.class);
    outcomes.forEach(outcome -> outcome.breaks().ifPresent(promises::add));
    return promises;
  }

  /**
   * Finds what is declared of an outcome.
   *
   * @param outcome as observed; one with a part {@code DEADLOCK} or {@code STUCK} is that
   * @return empty if the scenario never heard of it: the outcome is unexplained
   */
  public Optional<OutcomeFacts> declared(String outcome) {
    String canonical = canonical(outcome);
    return outcomes.stream().filter(facts -> facts.outcome().equals(canonical)).findFirst();
  }

  /**
   * The declared form of an observed outcome: {@code DEADLOCK} if that is one of its parts, else
   * {@code STUCK} if that is, else the outcome itself. (Which actor is freed from a deadlock is the
   * watchdog's choice, and no property of the variant.)
   */
  public static String canonical(String outcome) {
    List<String> parts = List.of(outcome.split(", ", -1));
    if (parts.contains("DEADLOCK")) {
      return "DEADLOCK";
    }
    return parts.contains("STUCK") ? "STUCK" : outcome;
  }
}
