package dev.safebank.explore.soundness;

import dev.safebank.explore.Explorer;
import dev.safebank.explore.options.Options;
import dev.safebank.explore.result.DataRace;
import dev.safebank.explore.result.Exploration;
import java.util.ArrayList;
import java.util.List;

/** The only place that knows the explorer's own types. */
final class ExplorerUnderTest {

  private static final int MOST_EXECUTIONS_WITH_STEPS = 20_000;

  private ExplorerUnderTest() {}

  /** Explores a program, and never throws. */
  static Observation explore(Request request) {
    ClassLoader classes = new RewritingLoader(
        ExplorerUnderTest.class.getClassLoader(), request.program(), request.rewriting());
    Explorer explorer = new Explorer(options(request.rewriting()), classes);
    for (String program : request.before()) {
      explore(explorer, program);
    }
    return explore(explorer, request.program());
  }

  /** With a step more before each line there is no telling how many executions there are. */
  private static Options options(Rewriting rewriting) {
    Options options = Options.DEFAULT.withoutSimplestWitnesses();
    return rewriting.kind() == Rewriting.Kind.STEPS
        ? options.with(options.limits().withExecutions(MOST_EXECUTIONS_WITH_STEPS))
        : options;
  }

  private static Observation explore(Explorer explorer, String program) {
    long start = System.nanoTime();
    try {
      return observation(explorer.explore(program));
    } catch (IllegalArgumentException refusal) {
      return Observation.of(
          program, Observation.Ending.REFUSED, String.valueOf(refusal.getMessage()), since(start));
    } catch (Throwable failure) {
      return Observation.of(program, Observation.Ending.CRASHED, Stacks.of(failure), since(start));
    }
  }

  private static Observation observation(Exploration exploration) {
    List<String> incomplete = new ArrayList<>(exploration.incomplete());
    exploration.relaxed().forEach(use -> incomplete.add("not sequentially consistent: " + use));
    return new Observation(
        exploration.test(),
        Observation.Ending.EXPLORED,
        exploration.outcomes().keySet(),
        exploration.serialOutcomes(),
        exploration.races().stream().map(DataRace::toString).toList(),
        incomplete,
        exploration.provesOutcomes(),
        "",
        exploration.nanos() / 1_000_000);
  }

  private static long since(long start) {
    return (System.nanoTime() - start) / 1_000_000;
  }
}
