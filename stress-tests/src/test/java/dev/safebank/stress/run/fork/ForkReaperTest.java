package dev.safebank.stress.run.fork;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A clock and a scheduler made up, and a child that ends only when it is killed. */
class ForkReaperTest {

  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final Duration LONG = Duration.ofMinutes(5);

  private final ForkFiles files = new ForkFiles(Path.of("work"), 7);
  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
  private Optional<SchedulingFacts> facts = Optional.of(facts(false, 0));
  private Process child;
  private ForkReaper reaper;

  @BeforeEach
  void startAChild() throws IOException {
    child = new ProcessBuilder(
            System.getProperty("java.home") + "/bin/java",
            files.options().get(0),
            "-cp",
            System.getProperty("java.class.path"),
            WaitForInput.class.getName())
        .start();
    ProcessHandle handle = child.toHandle();
    reaper = new ForkReaper(LIMIT, () -> Stream.of(handle), pid -> facts, now::get);
    reaper.look();
  }

  @AfterEach
  void endTheChild() throws InterruptedException {
    reaper.close();
    child.destroyForcibly().waitFor();
  }

  @Test
  void leavesAChildThatIsYoungerThanTheLimit() {
    lookEverySecond(19);

    assertThat(child.isAlive()).isTrue();
    assertThat(reaper.overrun(files, LONG)).isEmpty();
  }

  @Test
  void aChildThatIsAsOldAsTheLimitHung() throws Exception {
    lookEverySecond(20);

    assertThat(child.waitFor()).isNotZero();
    assertThat(reaper.overrun(files, LONG)).contains(Overrun.HUNG);
    assertThat(reaper.overrun(new ForkFiles(Path.of("work"), 77), LONG)).isEmpty();
  }

  @Test
  void timeInWhichAThreadWaitedForACpuDoesNotMakeAChildOlder() throws Exception {
    for (int second = 1; second < 60; second++) {
      facts = Optional.of(facts(false, Duration.ofMillis(900).toNanos() * second));
      lookEverySecond(1);
    }
    assertThat(child.isAlive()).isTrue();

    lookEverySecond(1);

    assertThat(child.waitFor()).isNotZero();
    assertThat(reaper.overrun(files, LONG)).contains(Overrun.HELD_UP);
  }

  @Test
  void timeInWhichItWasStoppedDoesNotMakeAChildOlder() throws Exception {
    facts = Optional.of(facts(true, 0));
    lookEverySecond(59);
    assertThat(child.isAlive()).isTrue();

    lookEverySecond(1);

    assertThat(child.waitFor()).isNotZero();
    assertThat(reaper.overrun(files, LONG)).contains(Overrun.HELD_UP);
  }

  @Test
  void timeInWhichThisProcessWasStoppedDoesNotMakeAChildOlder() {
    now.addAndGet(Duration.ofSeconds(50).toNanos());
    reaper.look();

    assertThat(child.isAlive()).isTrue();
  }

  @Test
  void whereTheSystemDoesNotTellTheClockDecidesAndTheReasonIsUnknown() throws Exception {
    facts = Optional.empty();
    lookEverySecond(20);

    assertThat(child.waitFor()).isNotZero();
    assertThat(reaper.overrun(files, LONG)).contains(Overrun.UNKNOWN);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void linuxTellsWhetherAProcessIsStopped() throws Exception {
    assertThat(SchedulingFacts.of(child.pid())).hasValueSatisfying(running -> {
      assertThat(running.stopped()).isFalse();
      assertThat(running.waitedNanos()).isNotEmpty();
    });

    new ProcessBuilder("kill", "-STOP", Long.toString(child.pid())).start().waitFor();

    // The signal takes effect some time after it was sent; the test's own time limit ends this.
    while (!SchedulingFacts.of(child.pid()).orElseThrow().stopped()) {
      Thread.onSpinWait();
    }
  }

  @Test
  void theLongestWaitIsThatOfOneThread() {
    SchedulingFacts earlier = new SchedulingFacts(false, Map.of("1", 5L, "2", 100L));
    SchedulingFacts later = new SchedulingFacts(false, Map.of("1", 35L, "2", 110L, "3", 20L));

    assertThat(later.longestWaitSince(earlier)).isEqualTo(30);
  }

  @Test
  void aProcessThatHasEndedTellsNothing() throws Exception {
    child.destroyForcibly().waitFor();

    assertThat(SchedulingFacts.of(child.pid())).isEmpty();
  }

  @Test
  void filesBelongToTheProcessThatWasGivenThem() {
    assertThat(files.belongTo(List.of("java", files.options().get(0)))).isTrue();
    assertThat(files.belongTo(List.of("java"))).isFalse();
  }

  private void lookEverySecond(int times) {
    for (int look = 0; look < times; look++) {
      now.addAndGet(Duration.ofSeconds(1).toNanos());
      reaper.look();
    }
  }

  private static SchedulingFacts facts(boolean stopped, long waited) {
    return new SchedulingFacts(stopped, Map.of("1", waited));
  }

  /** Waits for input. */
  static final class WaitForInput {

    private WaitForInput() {}

    public static void main(String... args) throws IOException {
      var ignored = System.in.read();
    }
  }
}
