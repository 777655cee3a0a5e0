package dev.safebank.junit;

import dev.safebank.explore.result.Exploration;
import dev.safebank.junit.jcstress.DeclaredOutcomes;
import dev.safebank.junit.jcstress.JudgedTest;
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
    List<ExplorationTest> tests = new ArrayList<>();
    tests.add(new ExploredTest(getUniqueId(), test()));
    DeclaredOutcomes.of(test())
        .declared()
        .forEach(outcome -> tests.add(new OutcomeTest(getUniqueId(), test(), outcome)));
    if (options.stress(getTags()).isPresent()) {
      tests.add(new StressedTest(getUniqueId(), test()));
    }
    return tests;
  }

  /** Explores, and stresses if that is asked for, unless what is to be run is a replay. */
  @Override
  public EngineContext before(EngineContext context) {
    if (context.options().replay().isPresent()) {
      return context;
    }
    Exploration exploration = explore(context);
    Optional<SampledTest> sampled = context
        .options()
        .stress(getTags())
        .map(request -> SampledTest.of(test(), stressFolder(context.options()), request));
    sampled.flatMap(SampledTest::notice).ifPresent(line -> tell(context, line));
    JudgedTest judged = new JudgedTest(DeclaredOutcomes.of(test()), exploration, sampled);
    context.jcstressReport().add(test(), judged);
    return context.with(judged);
  }

  private Exploration explore(EngineContext context) {
    try {
      return context.explorer().explore(test());
    } catch (RuntimeException | Error failed) {
      context.jcstressReport().addFailed(test(), String.valueOf(failed.getMessage()));
      throw failed;
    }
  }

  private Path stressFolder(EngineOptions options) {
    return options.directory().resolve(test().getName()).resolve("stress");
  }
}
