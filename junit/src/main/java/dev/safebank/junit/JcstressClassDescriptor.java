package dev.safebank.junit;

import java.util.ArrayList;
import java.util.List;
import org.junit.platform.engine.UniqueId;

/** A jcstress test: explored once, before the tests that say what came out. */
final class JcstressClassDescriptor extends TestClassDescriptor {

  JcstressClassDescriptor(UniqueId parent, Class<?> test) {
    super(parent, "jcstress", test);
  }

  /** Those of its exploration and of its outcomes, or the replay. */
  @Override
  List<ExplorationTest> tests(EngineOptions options) {
    if (options.replay().isPresent()) {
      return List.of(new ReplayTest(getUniqueId(), test(), options.replay().get()));
    }
    DeclaredOutcomes outcomes = DeclaredOutcomes.of(test());
    List<ExplorationTest> tests = new ArrayList<>();
    tests.add(new ExploredTest(getUniqueId(), test(), outcomes));
    outcomes
        .declared()
        .forEach(outcome -> tests.add(new OutcomeTest(getUniqueId(), test(), outcomes, outcome)));
    return tests;
  }

  /** Explores, unless what is to be run is a replay. */
  @Override
  public EngineContext before(EngineContext context) {
    return context.options().replay().isPresent()
        ? context
        : context.with(context.explorer().explore(test()));
  }
}
