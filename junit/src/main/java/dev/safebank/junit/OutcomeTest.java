package dev.safebank.junit;

import dev.safebank.explore.result.Exploration;
import dev.safebank.explore.result.ReachedOutcome;
import dev.safebank.junit.program.Doubts;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.platform.engine.UniqueId;
import org.opentest4j.AssertionFailedError;

/** One declared outcome: whether it can be reached, and whether it may. */
final class OutcomeTest extends ExplorationTest {

  private final DeclaredOutcomes all;
  private final DeclaredOutcome declared;

  OutcomeTest(UniqueId parent, Class<?> test, DeclaredOutcomes all, DeclaredOutcome declared) {
    super(parent, test, declared.quoted(), declared.words());
    this.all = all;
    this.declared = declared;
  }

  @Override
  public EngineContext execute(EngineContext context, DynamicTestExecutor dynamic) {
    Exploration exploration = context.exploration();
    List<ReachedOutcome> reached = exploration.outcomes().values().stream()
        .filter(outcome -> !isFault(outcome) || declared.names(outcome.outcome()))
        .filter(outcome -> all.of(outcome.outcome()).filter(declared::equals).isPresent())
        .toList();
    List<String> sightings = sightings(context);
    if (!sightings.isEmpty()) {
      context.report(this, "stress", String.join("; ", sightings));
    }
    if (declared.forbids()) {
      forbid(context, exploration, reached, sightings);
    } else {
      tell(context, exploration, reached);
    }
    return context;
  }

  /** The outcomes that stress has shown and that this declaration speaks of, and how often. */
  private List<String> sightings(EngineContext context) {
    return context.sampled().stream()
        .flatMap(sampled -> sampled.outcomes().keySet().stream()
            .filter(outcome -> !StressedTest.isBlockage(outcome) || declared.names(outcome))
            .filter(outcome -> all.of(outcome).filter(declared::equals).isPresent())
            .map(outcome -> "\"%s\" was seen in %s".formatted(outcome, sampled.sighting(outcome))))
        .toList();
  }

  private void forbid(
      EngineContext context,
      Exploration exploration,
      List<ReachedOutcome> reached,
      List<String> sightings) {
    String word = declared.expect().name()
        + (declared.description().isEmpty() ? "" : ": " + declared.description());
    String stressed = sightings.isEmpty() ? "" : " Under stress, " + sightings.get(0) + ".";
    for (ReachedOutcome outcome : reached) {
      throw failure(
          "\"%s\" is possible and %s.%s".formatted(outcome.outcome(), word, stressed),
          outcome.witness());
    }
    if (!sightings.isEmpty()) {
      throw new AssertionFailedError("%s, and is %s.".formatted(sightings.get(0), word));
    }
    if (!exploration.provesOutcomes()) {
      undecided(
          context,
          "%s was not reached, but may be: %s."
              .formatted(declared.quoted(), Doubts.of(exploration)));
    }
  }

  private void tell(EngineContext context, Exploration exploration, List<ReachedOutcome> reached) {
    String key = declared.expect().name();
    if (!reached.isEmpty()) {
      context.report(
          this,
          key,
          reached.stream()
              .map(outcome -> "\"%s\" is reached in %d of %d interleavings"
                  .formatted(
                      outcome.outcome(), outcome.interleavings(), exploration.interleavings()))
              .collect(Collectors.joining("; ")));
    } else if (exploration.provesOutcomes()) {
      context.report(this, key, declared.quoted() + " cannot be reached");
    } else {
      context.report(this, key, declared.quoted() + " was not reached");
    }
  }
}
