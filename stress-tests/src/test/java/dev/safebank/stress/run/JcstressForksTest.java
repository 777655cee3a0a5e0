package dev.safebank.stress.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.stress.evidence.Blockage;
import dev.safebank.stress.evidence.ForkRecord;
import dev.safebank.stress.evidence.ForkStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jcstress.os.topology.Topology;

/** Real forks of tiny tests, one for each way that a fork can end. */
class JcstressForksTest {

  @TempDir
  private Path work;

  @Test
  void aForkThatRunsToItsEndSaysWhatItSawOnWhichJvm() {
    ForkRecord record =
        run(TinyStressTests.Counts.class, VmConfiguration.C2_STRESS, Duration.ofMinutes(1));

    assertThat(record.status()).isEqualTo(ForkStatus.COMPLETED);
    assertThat(record.test()).isEqualTo(TinyStressTests.Counts.class.getName());
    assertThat(record.configuration()).isEqualTo("C2 stress");
    assertThat(record.jvmArgs()).contains("-XX:-TieredCompilation", "-XX:+StressLCM");
    assertThat(record.jvmArgs()).anyMatch(arg -> arg.startsWith("-XX:StressSeed="));
    assertThat(record.outcomes()).containsOnlyKeys("1, 2");
    assertThat(record.samples()).isPositive();
    assertThat(record.message()).isEmpty();
    assertThat(work).isEmptyDirectory();
  }

  @Test
  void aForkThatItsWatchdogHaltedCountsTheLastBlockageOnce() {
    ForkRecord record = run(TinyStressTests.Halts.class, VmConfiguration.C1, Duration.ofMinutes(1));

    assertThat(record.status()).isEqualTo(ForkStatus.HALTED);
    assertThat(record.outcomes()).containsOnlyKeys("STUCK").containsValue(1L);
    assertThat(record.blockages())
        .extracting(Blockage::kind)
        .containsExactly(Blockage.Kind.DEADLOCK, Blockage.Kind.STUCK);
    assertThat(work).isEmptyDirectory();
  }

  @Test
  void aForkThatDiesSaysItsExitCodeAndItsLastWords() {
    ForkRecord record = run(TinyStressTests.Dies.class, VmConfiguration.C1, Duration.ofMinutes(1));

    assertThat(record.status()).isEqualTo(ForkStatus.CRASHED);
    assertThat(record.outcomes()).isEmpty();
    assertThat(record.message().lines()).contains("Failed with error code 3", "dying");
  }

  @Test
  void aForkWhoseActorThrowsFails() {
    ForkRecord record =
        run(TinyStressTests.Throws.class, VmConfiguration.C1, Duration.ofMinutes(1));

    assertThat(record.status()).isEqualTo(ForkStatus.FAILED);
    assertThat(record.message()).contains("the actor threw");
  }

  @Test
  void aForkThatHangsIsKilledWhenItIsTooOld() {
    Duration limit = Duration.ofSeconds(2);
    AgeLimit enforced = AgeLimit.enforce(limit);
    try {
      ForkRecord record = run(TinyStressTests.Hangs.class, VmConfiguration.C1, limit);

      assertThat(record.status()).isEqualTo(ForkStatus.TIMED_OUT);
      assertThat(record.samples()).isZero();
    } finally {
      enforced.lift();
    }
  }

  @Test
  void forksRunFromTheArchiveThatOneOfThemLeft() throws IOException {
    JcstressForks forks = forks(Duration.ofMinutes(1));

    forks.archiveClasses(cell(TinyStressTests.Counts.class));

    assertThat(work.resolve("classes.jsa")).isNotEmptyFile();
    for (VmConfiguration configuration : VmConfiguration.values()) {
      ForkRecord record =
          forks.run(new PlannedFork(cell(TinyStressTests.Counts.class), configuration, 20, false));
      assertThat(record.status()).isEqualTo(ForkStatus.COMPLETED);
    }
  }

  private ForkRecord run(Class<?> test, VmConfiguration configuration, Duration limit) {
    return forks(limit).run(new PlannedFork(cell(test), configuration, 20, false));
  }

  private JcstressForks forks(Duration limit) {
    return new JcstressForks(Topology.get(), new ForkedJvm(), work, limit);
  }

  private static StressCell cell(Class<?> test) {
    return new StressCell(test.getName(), 2, SampleCells.SAFE, SampleCells.VALIDATE);
  }
}
