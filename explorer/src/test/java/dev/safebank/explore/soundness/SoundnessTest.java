package dev.safebank.explore.soundness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Explores every program of the corpus and judges what the explorer says of it. Writes
 * {@code target/soundness.txt}: how many of each status, and what is wrong with which.
 *
 * <p>{@code -Dsoundness.programs=StaticState.*,LruCache} takes only some of them.
 */
@EnabledIfSystemProperty(named = "safebank.test.soundness", matches = "true")
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class SoundnessTest {

  private static Map<Class<?>, Observation> observed = Map.of();

  @BeforeAll
  @Timeout(value = 15, unit = TimeUnit.MINUTES)
  static void explore() throws IOException {
    observed = Explorations.ofPrograms(Corpus.programs());
  }

  @AfterAll
  static void writeSummary() throws IOException {
    Summary.write(observed);
  }

  static Stream<Arguments> programs() {
    return Corpus.programs().stream().map(program -> Arguments.of(Corpus.name(program), program));
  }

  /**
   * What should be proved and is not yet: it only becomes less. It says that it is incomplete, and
   * why.
   */
  private static final Set<String> NOT_PROVED_YET = Set.of("ReadHolds.TryWriteSpinTwoReaders");

  @Test
  void whatIsToBeProvedIsProvedButForWhatIsKnown() {
    Set<String> lost = new TreeSet<>();
    Set<String> explored = new TreeSet<>();
    observed.forEach((program, observation) -> {
      explored.add(Corpus.name(program));
      if (Corpus.judge(program, observation).status() == Judgement.Status.LOST) {
        lost.add(Corpus.name(program));
      }
    });
    Set<String> known = new TreeSet<>(NOT_PROVED_YET);
    known.retainAll(explored);

    assertThat(lost).as("programs to be proved, incomplete instead").isEqualTo(known);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("programs")
  void anExplorationKeepsItsWord(String name, Class<?> program) {
    Judgement judgement = Corpus.judge(program, observed.get(program));

    assertThat(judgement.status().isGood() || NOT_PROVED_YET.contains(name))
        .as("%s is %s:%n%s", name, judgement.status(), judgement.text())
        .isTrue();
  }

  @Test
  void programsOfANewerJdkAreThereWhereItIs() {
    assumeTrue(NewerJdk.isHere(), "needs JDK " + NewerJdk.RELEASE);

    assertThat(NewerJdk.groups()).isNotEmpty();
  }
}
