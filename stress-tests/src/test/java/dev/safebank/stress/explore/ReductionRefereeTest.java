package dev.safebank.stress.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.stress.explore.engine.Options;
import dev.safebank.stress.explore.engine.Reduction;
import dev.safebank.stress.explore.programs.Scripted;
import dev.safebank.stress.explore.result.DataRace;
import dev.safebank.stress.explore.result.Exploration;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The reduced searches against the unreduced one, on many random programs: a reduction that loses
 * an outcome, a deadlock or a race does so silently, and only this comparison shows it.
 */
class ReductionRefereeTest {

  private static final Options OPTIONS = Options.DEFAULT
      .with(Options.DEFAULT.limits().withExecutions(20_000))
      .withoutSimplestWitnesses();

  private final Explorer explorer = new Explorer();

  @AfterEach
  void forgetTheScript() {
    System.clearProperty(Scripted.PROPERTY);
  }

  @Test
  void reducedSearchesFindWhatTheUnreducedOneFindsOnProgramsOfTwoActors() {
    assertThat(compare(new Random(20140122), 2, 5, 300)).isGreaterThan(250);
  }

  @Test
  void reducedSearchesFindWhatTheUnreducedOneFindsOnProgramsOfThreeActors() {
    assertThat(compare(new Random(20140123), 3, 3, 300)).isGreaterThan(200);
  }

  /** How many of the programs the unreduced search could finish. */
  private int compare(Random random, int actors, int letters, int programs) {
    int finished = 0;
    for (int i = 0; i < programs; i++) {
      String script = script(random, actors, letters);
      Exploration unreduced = explore(script, Reduction.NONE);
      if (unreduced.complete()) {
        finished++;
        compare(script, unreduced, explore(script, Reduction.SLEEP_SETS));
        compare(script, unreduced, explore(script, Reduction.SOURCE_DPOR));
      }
    }
    return finished;
  }

  private static void compare(String script, Exploration unreduced, Exploration reduced) {
    assertThat(reduced.complete()).as(script).isTrue();
    assertThat(reduced.outcomes().keySet())
        .as(script)
        .isEqualTo(unreduced.outcomes().keySet());
    assertThat(races(reduced)).as(script).isEqualTo(races(unreduced));
    assertThat(reduced.interleavings()).as(script).isLessThanOrEqualTo(unreduced.interleavings());
  }

  private static Set<String> races(Exploration exploration) {
    Set<String> lines = new TreeSet<>();
    for (DataRace race : exploration.races()) {
      String one = race.first().where();
      String other = race.second().where();
      lines.add(one.compareTo(other) < 0 ? one + " " + other : other + " " + one);
    }
    return lines;
  }

  private Exploration explore(String script, Reduction reduction) {
    System.setProperty(Scripted.PROPERTY, script);
    return explorer.explore(Scripted.class.getName(), OPTIONS.with(reduction));
  }

  private static String script(Random random, int actors, int letters) {
    StringBuilder script = new StringBuilder();
    for (int actor = 0; actor < 3; actor++) {
      script.append(actor == 0 ? "" : " ");
      int length = actor < actors ? 1 + random.nextInt(letters) : 0;
      for (int i = 0; i < length; i++) {
        script.append(Scripted.LETTERS.charAt(random.nextInt(Scripted.LETTERS.length())));
      }
      script.append('.');
    }
    return script.toString();
  }
}
