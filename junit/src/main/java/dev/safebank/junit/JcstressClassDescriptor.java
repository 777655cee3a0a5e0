package dev.safebank.junit;

import dev.safebank.explore.result.Exploration;
import dev.safebank.junit.stress.SampledTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.platform.engine.UniqueId;

/**
 * A jcstress test: explored, and stressed where that is asked for, once, before the tests that say
 * what came out.
 */
final class JcstressClassDescriptor extends TestClassDescriptor {

  JcstressClassDescriptor(UniqueId parent, Class<?> test) {
    super(parent, "jcstress", test);
  }

  /** Those of its exploration, of its outcomes and of stress, or the replay. */
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
    if (options.stress(getTags()).isPresent()) {
      tests.add(new StressedTest(getUniqueId(), test(), outcomes));
    }
    return tests;
  }

  /** Explores, and stresses if that is asked for, unless what is to be run is a replay. */
  @Override
  public EngineContext before(EngineContext context) {
    if (context.options().replay().isPresent()) {
      return context;
    }
    Exploration exploration = context.explorer().explore(test());
    Optional<SampledTest> sampled = context
        .options()
        .stress(getTags())
        .map(request -> SampledTest.of(test(), stressFolder(context.options()), request));
    sampled.flatMap(SampledTest::notice).ifPresent(line -> tell(context, line));
    return context.with(exploration, sampled);
  }

  private Path stressFolder(EngineOptions options) {
    return options.directory().resolve(test().getName()).resolve("stress");
  }
}
