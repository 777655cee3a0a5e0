package dev.safebank.junit;

import dev.safebank.explore.result.Exploration;
import dev.safebank.explore.result.ReachedOutcome;
import dev.safebank.junit.program.Doubts;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.platform.engine.UniqueId;

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
    if (declared.forbids()) {
      forbid(context, exploration, reached);
    } else {
      tell(context, exploration, reached);
    }
    return context;
  }

  private void forbid(
      EngineContext context, Exploration exploration, List<ReachedOutcome> reached) {
    for (ReachedOutcome outcome : reached) {
      throw failure(
          "\"%s\" is possible and %s%s."
              .formatted(
                  outcome.outcome(),
                  declared.expect().name(),
                  declared.description().isEmpty() ? "" : ": " + declared.description()),
          outcome.witness());
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
