package dev.safebank.explore.soundness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A few programs of the corpus in this JVM, so that a fault at the boundary is seen at once.
 * {@link SoundnessTest} takes all of them.
 */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class CorpusSampleTest {

  static List<String> programs() {
    return Corpus.programs(System.getProperty("soundness.sampled", SAMPLED)).stream()
        .map(Class::getName)
        .toList();
  }

  private static final String SAMPLED = "MoreCollections.TreeSet*,MoreCollections.FlatMapOf*,"
      + "MoreCollections.AddAllToVector,IdentityHashes.SuperHashCode,"
      + "OverriddenSynchronizers.OverriddenWriteLock";

  @ParameterizedTest
  @MethodSource("programs")
  void anExplorationKeepsItsWord(String name) throws ClassNotFoundException {
    Class<?> program = Class.forName(name, false, getClass().getClassLoader());

    Observation observed = ExplorerUnderTest.explore(Request.of(program));

    Judgement judgement = Corpus.judge(program, observed);
    assertThat(judgement.status().isGood())
        .as("%s is %s:%n%s", name, judgement.status(), judgement.text())
        .isTrue();
  }
}
