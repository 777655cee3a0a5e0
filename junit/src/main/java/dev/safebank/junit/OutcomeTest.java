package dev.safebank.junit;

import dev.safebank.explore.result.Exploration;
import dev.safebank.explore.result.ReachedOutcome;
import dev.safebank.junit.jcstress.DeclaredOutcome;
import dev.safebank.junit.jcstress.JudgedTest;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.platform.engine.UniqueId;

/** One declared outcome: whether it can be reached, and whether it may. */
final class OutcomeTest extends ExplorationTest {

  private final DeclaredOutcome declared;

  OutcomeTest(UniqueId parent, Class<?> test, DeclaredOutcome declared) {
    super(parent, test, declared.quoted(), declared.words());
    this.declared = declared;
  }

  @Override
  public EngineContext execute(EngineContext context, DynamicTestExecutor dynamic) {
    JudgedTest judged = context.jcstress();
    List<String> sightings = judged.sightings(declared);
    if (!sightings.isEmpty()) {
      context.report(this, "stress", String.join("; ", sightings));
    }
    if (declared.forbids()) {
      judge(context, judged.against(declared), judged.doubt(declared));
    } else {
      tell(context, judged.exploration(), judged.reached(declared));
    }
    return context;
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
