package dev.safebank.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.explore.options.Options;
import dev.safebank.explore.options.Reduction;
import dev.safebank.explore.programs.Script;
import dev.safebank.explore.programs.Scripted;
import dev.safebank.explore.programs.ScriptedWaits;
import dev.safebank.explore.result.DataRace;
import dev.safebank.explore.result.Exploration;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The reduced searches against the unreduced one, on many random programs: a reduction that loses
 * an outcome, a deadlock or a race does so silently, and only this comparison shows it. One of them
 * builds on what it found of the programs before.
 */
@Tag("slow")
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class ReductionRefereeTest {

  /** How many programs of each kind: {@code .ci/run} takes many more. */
  private static final int PROGRAMS = Integer.getInteger("safebank.test.random-programs", 100);

  /** After how many executions the unreduced search gives a program up: fewer for many programs. */
  private static final int EXECUTIONS =
      Integer.getInteger("safebank.test.random-executions", 20_000);

  /** To run other programs, or those of a run that failed. */
  private static final long SEED = Long.getLong("safebank.test.seed", 20140122);

  private static final Options OPTIONS = Options.DEFAULT
      .with(Options.DEFAULT.limits().withExecutions(EXECUTIONS))
      .withoutSimplestWitnesses()
      .leavingOut(Script.PREFIX);

  private final Explorer explorer = new Explorer(OPTIONS);

  @AfterEach
  void forgetTheScript() {
    Script.Words.set("");
  }

  @Test
  void reducedSearchesFindWhatTheUnreducedOneFindsOnProgramsOfTwoActors() {
    assertThat(compare(Scripted.class, Scripted.LETTERS, 2, 5, PROGRAMS))
        .isGreaterThan(PROGRAMS * 5 / 6);
  }

  @Test
  void reducedSearchesFindWhatTheUnreducedOneFindsOnProgramsOfThreeActors() {
    assertThat(compare(Scripted.class, Scripted.LETTERS, 3, 3, PROGRAMS))
        .isGreaterThan(PROGRAMS * 2 / 3);
  }

  @Test
  void reducedSearchesFindWhatTheUnreducedOneFindsOnProgramsThatWait() {
    int each = PROGRAMS / ScriptedWaits.ALPHABETS.size();
    for (String alphabet : ScriptedWaits.ALPHABETS) {
      assertThat(compare(ScriptedWaits.class, alphabet, 2, 5, each)).isGreaterThan(each / 2);
    }
  }

  /** How many of the programs the unreduced search could finish. */
  private int compare(Class<?> program, String alphabet, int actors, int letters, int programs) {
    Random random = new Random(SEED + actors);
    int finished = 0;
    for (int i = 0; i < programs; i++) {
      String script = script(random, alphabet, actors, letters);
      Exploration unreduced = explore(program, script, OPTIONS.with(Reduction.NONE));
      if (unreduced.complete()) {
        finished++;
        compare(script, unreduced, explore(program, script, OPTIONS.with(Reduction.SLEEP_SETS)));
        compare(script, unreduced, explore(program, script, OPTIONS));
        compare(script, unreduced, explore(program, script, OPTIONS.buildingOnOthers()));
      }
    }
    System.out.printf(
        "referee: %d of %d random programs of %s (%s) finished, seed %d%n",
        finished, programs, program.getSimpleName(), alphabet, SEED);
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
      String one = race.first().where().toString();
      String other = race.second().where().toString();
      lines.add(one.compareTo(other) < 0 ? one + " " + other : other + " " + one);
    }
    return lines;
  }

  private Exploration explore(Class<?> program, String script, Options options) {
    Script.Words.set(script);
    return explorer.explore(program.getName(), options);
  }

  private static String script(Random random, String alphabet, int actors, int letters) {
    StringBuilder script = new StringBuilder();
    for (int actor = 0; actor < 3; actor++) {
      script.append(actor == 0 ? "" : " ");
      int length = actor < actors ? 1 + random.nextInt(letters) : 0;
      for (int i = 0; i < length; i++) {
        script.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      script.append('.');
    }
    return script.toString();
  }
}
