package dev.safebank.explore.soundness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.explore.soundness.programs.ClassInitialisation;
import dev.safebank.explore.soundness.programs.Crashes;
import dev.safebank.explore.soundness.programs.FalseRaces;
import dev.safebank.explore.soundness.programs.ThreadLifecycle;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a program does to its exploration does not reach the next, with the same explorer. */
@EnabledIfSystemProperty(named = "safebank.test.soundness", matches = "true")
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class ContagionTest {

  @ParameterizedTest
  @ValueSource(
      classes = {
        ClassInitialisation.FailingInit.class,
        ClassInitialisation.InitHashes.class,
        ClassInitialisation.InitJoinsChild.class,
        Crashes.ConstructorThrows.class,
        Crashes.InitialiserThrows.class,
        Crashes.ArbiterThrows.class,
        Crashes.ConstructorJoins.class,
        Crashes.ManySteps.class,
        ThreadLifecycle.ChildLoopsForever.class,
        ThreadLifecycle.StartedByConstructor.class
      })
  void theNextProgramIsExploredAsEver(Class<?> before) throws IOException {
    Class<?> program = FalseRaces.NeighbouringFields.class;
    Request request = new Request(program.getName(), Rewriting.NONE, List.of(before.getName()));

    Observation observed = Explorations.of(List.of(request)).get(request);

    Judgement judgement = Corpus.judge(program, observed);
    assertThat(judgement.status()).as(judgement.text()).isEqualTo(Judgement.Status.RIGHT);
  }
}
