package dev.safebank.stress.run.fork;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.evidence.Blockage;
import dev.safebank.evidence.BlockageKind;
import dev.safebank.evidence.ForkRecord;
import dev.safebank.evidence.ForkStatus;
import dev.safebank.stress.run.SampleCells;
import dev.safebank.stress.run.TinyStressTests;
import dev.safebank.stress.run.cell.StressCell;
import dev.safebank.stress.run.plan.PlannedFork;
import dev.safebank.stress.run.plan.VmConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jcstress.os.topology.Topology;

/** Real forks of tiny tests, one for each way that a fork can end. */
@Tag("slow")
class JcstressForksTest {

  @TempDir
  private Path folder;

  private Path work;
  private Optional<ForkReaper> reaper = Optional.empty();

  @BeforeEach
  void makeAWorkDirectory() throws IOException {
    work = Files.createDirectory(folder.resolve("work"));
  }

  @AfterEach
  void endTheReaper() {
    reaper.ifPresent(ForkReaper::close);
  }

  @Test
  void aForkThatRunsToItsEndSaysWhatItSawOnWhichJvm() {
    ForkRecord record =
        run(TinyStressTests.Counts.class, VmConfiguration.C2_STRESS, Duration.ofMinutes(4));

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
    ForkRecord record = run(TinyStressTests.Halts.class, VmConfiguration.C1, Duration.ofMinutes(4));

    assertThat(record.status()).isEqualTo(ForkStatus.HALTED);
    assertThat(record.outcomes()).containsOnlyKeys("STUCK").containsValue(1L);
    assertThat(record.blockages())
        .extracting(Blockage::kind)
        .containsExactly(BlockageKind.DEADLOCK, BlockageKind.STUCK);
    assertThat(work).isEmptyDirectory();
  }

  @Test
  void aForkThatDiesSaysItsExitCodeAndItsLastWords() {
    ForkRecord record = run(TinyStressTests.Dies.class, VmConfiguration.C1, Duration.ofMinutes(4));

    assertThat(record.status()).isEqualTo(ForkStatus.CRASHED);
    assertThat(record.outcomes()).isEmpty();
    assertThat(record.message().lines()).contains("Failed with error code 3", "dying");
  }

  @Test
  void aForkWhoseActorThrowsFails() {
    ForkRecord record =
        run(TinyStressTests.Throws.class, VmConfiguration.C1, Duration.ofMinutes(4));

    assertThat(record.status()).isEqualTo(ForkStatus.FAILED);
    assertThat(record.message()).contains("the actor threw");
  }

  @Test
  void aCallThatRunsOnHaltsTheForkWithItsStack() {
    ForkRecord record =
        run(TinyStressTests.RunsOn.class, VmConfiguration.C1, Duration.ofMinutes(4));

    assertThat(record.status()).isEqualTo(ForkStatus.HALTED);
    assertThat(record.outcomes()).containsOnlyKeys("HUNG").containsValue(1L);
    assertThat(record.blockages()).extracting(Blockage::kind).containsExactly(BlockageKind.HUNG);
    assertThat(record.blockages().get(0).threads())
        .anySatisfy(thread -> assertThat(thread.stack()).anyMatch(at -> at.contains("runOn")));
  }

  @ParameterizedTest
  @ValueSource(classes = {TinyStressTests.Hangs.class, TinyStressTests.HangsInNativeCode.class})
  @EnabledOnOs(OS.LINUX)
  void aForkThatHangsIsKilledWhenItIsTooOldAndThatIsItsOutcome(Class<?> test) {
    ForkRecord record = run(test, VmConfiguration.C1, Duration.ofSeconds(2));

    assertThat(record.status()).isEqualTo(ForkStatus.HUNG);
    assertThat(record.outcomes()).containsOnlyKeys("HUNG").containsValue(1L);
    assertThat(record.message())
        .startsWith("overran its time although it had the CPUs that it needed");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aForkThatIsStoppedFromOutsideIsKilledAndSaysNothingOfItsTest() {
    ForkRecord record =
        run(TinyStressTests.IsStopped.class, VmConfiguration.C1, Duration.ofSeconds(1));

    assertThat(record.status()).isEqualTo(ForkStatus.TIMED_OUT);
    assertThat(record.outcomes()).isEmpty();
    assertThat(record.message()).startsWith("overran its time, but was stopped");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aForkThatOthersKillSaysNothingOfItsTest() {
    ForkRecord record =
        run(TinyStressTests.IsKilled.class, VmConfiguration.C1, Duration.ofMinutes(4));

    assertThat(record.status()).isEqualTo(ForkStatus.KILLED);
    assertThat(record.outcomes()).isEmpty();
    assertThat(record.message()).startsWith("Failed with error code 137");
  }

  @Test
  void aJvmThatCrashesLeavesItsLogWithTheEvidence() {
    ForkRecord record =
        run(TinyStressTests.Crashes.class, VmConfiguration.C1, Duration.ofMinutes(4));

    assertThat(record.status()).isEqualTo(ForkStatus.CRASHED);
    assertThat(record.outcomes()).isEmpty();
    Path logs = folder.resolve("crashes");
    assertThat(logs).isDirectoryContaining("glob:**/hs_err_pid*.log");
    assertThat(record.message()).contains("The JVM's own account: " + logs);
    assertThat(work).isEmptyDirectory();
  }

  @Test
  void aForkThatRunsOutOfMemoryFails() {
    ForkRecord record =
        run(TinyStressTests.RunsOutOfMemory.class, VmConfiguration.C1, Duration.ofMinutes(4));

    assertThat(record.status()).isEqualTo(ForkStatus.FAILED);
    assertThat(record.message()).contains("OutOfMemoryError");
  }

  @Test
  void ofAMegabyteOfOutputTheFirstLinesAreKeptAndNoneOfThemWhole() {
    ForkRecord record =
        run(TinyStressTests.Chatters.class, VmConfiguration.C1, Duration.ofMinutes(4));

    assertThat(record.status()).isEqualTo(ForkStatus.CRASHED);
    assertThat(record.message()).contains("Failed with error code 3", "chatter chatter");
    assertThat(record.message().length()).isLessThan(20 * 210);
  }

  @Test
  void forksRunFromTheArchiveThatOneOfThemLeft() throws IOException {
    JcstressForks forks = forks(Duration.ofMinutes(4));

    forks.archiveClasses(cell(TinyStressTests.Counts.class));

    assertThat(work.resolve("classes.jsa")).isNotEmptyFile();
    for (VmConfiguration configuration : VmConfiguration.values()) {
      ForkRecord record =
          forks.run(PlannedFork.first(cell(TinyStressTests.Counts.class), configuration, 20));
      assertThat(record.status()).isEqualTo(ForkStatus.COMPLETED);
    }
  }

  private ForkRecord run(Class<?> test, VmConfiguration configuration, Duration limit) {
    return forks(limit).run(PlannedFork.first(cell(test), configuration, 20));
  }

  private JcstressForks forks(Duration limit) {
    ForkReaper enforced = ForkReaper.enforce(limit);
    reaper = Optional.of(enforced);
    return new JcstressForks(Topology.get(), new ForkedJvm(), work, enforced);
  }

  private static StressCell cell(Class<?> test) {
    return new StressCell(test.getName(), 2, SampleCells.SAFE, SampleCells.VALIDATE, "classes");
  }
}
