package dev.safebank.stress.broken;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.console.text.DurationFormat;
import dev.safebank.evidence.ForkRecord;
import dev.safebank.evidence.ForkStatus;
import dev.safebank.stress.run.cell.CellDiscovery;
import dev.safebank.stress.run.cell.StressCell;
import dev.safebank.stress.run.plan.Planner;
import dev.safebank.stress.run.plan.VmConfiguration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * A long run whose forks are killed at random every few seconds, and which is itself killed and
 * resumed every two minutes, beside one that is left alone: {@code -Dsafebank.test.soak=30m}. Both
 * must see what leads to the same verdicts; no fork may be counted twice, and none that was once
 * recorded may be lost.
 */
@EnabledIfSystemProperty(named = "safebank.test.soak", matches = ".+")
@EnabledOnOs(OS.LINUX)
@Timeout(value = 1, unit = TimeUnit.DAYS)
class SoakTest {

  private static final Duration LONGEST_BETWEEN_RESUMES = Duration.ofMinutes(2);
  private static final int FEWEST_RESUMES = 4;
  private static final int MOST_SECONDS_BETWEEN_KILLS = 6;

  private static final String[] CELLS = {
    "--stress.variants="
        + System.getProperty(
            "safebank.test.soak.variants", "UnsafeBank,GlobalLockBank,AccountLocksBank"),
    "--stress.scenarios="
        + System.getProperty(
            "safebank.test.soak.scenarios", "TransferVersusValidate,CrossingTransfers,Overdraw")
  };

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path folder;

  private final Random random = new Random(1);
  private int killedForks;
  private int resumes;

  @Test
  void aRunThatIsKilledAgainAndAgainEndsLikeOneThatIsLeftAlone() throws Exception {
    Duration length = DurationFormat.parse(System.getProperty("safebank.test.soak"));
    Path alone = Files.createDirectory(folder.resolve("alone"));
    Path disturbed = Files.createDirectory(folder.resolve("disturbed"));

    disturb(disturbed, length);
    try (RunnerProcess run = start(alone, Duration.ofSeconds(60), false)) {
      assertThat(run.exitCode()).as(run.output()).isZero();
    }

    List<ForkRecord> forks = RunnerProcess.forksIn(disturbed.resolve("stress.ndjson"));
    List<ForkRecord> calm = RunnerProcess.forksIn(alone.resolve("stress.ndjson"));
    System.out.printf(
        "soak: %s, %d forks recorded, %d killed, %d resumes%n",
        DurationFormat.words(length), forks.size(), killedForks, resumes);
    assertThat(killedForks).isPositive();
    assertThat(resumes).isGreaterThanOrEqualTo(FEWEST_RESUMES - 1);
    assertThat(completed(forks)).as("no samples are counted twice").doesNotHaveDuplicates();
    assertThat(unpaidDebts(forks)).isEmpty();
    assertThat(evidenceOf(forks)).isEqualTo(evidenceOf(calm));
    assertThat(disturbed).isDirectoryNotContaining("glob:**/forks-*");
  }

  private void disturb(Path evidence, Duration length) throws Exception {
    long end = System.nanoTime() + length.toNanos();
    long between = Math.min(LONGEST_BETWEEN_RESUMES.toNanos(), length.toNanos() / FEWEST_RESUMES);
    List<ForkRecord> before = List.of();
    boolean finished = false;
    while (!finished) {
      long stop = Math.min(end, System.nanoTime() + between);
      try (RunnerProcess run = start(evidence, length, true)) {
        killForksUntil(stop, run);
        if (stop == end) {
          finished = run.exitCode() == 0;
        } else {
          run.signal("KILL");
          run.exitCode();
        }
        assertThat(run.firstForks(before.size()))
            .as("what was recorded before a resume stays")
            .isEqualTo(before);
        before = run.forks();
        resumes++;
      }
    }
  }

  private void killForksUntil(long stop, RunnerProcess run) {
    while (System.nanoTime() < stop && run.handle().isAlive()) {
      long pause = 1L + random.nextInt(MOST_SECONDS_BETWEEN_KILLS);
      LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(pause));
      killedForks += BrokenRunsTest.killAFork(run.handle()) ? 1 : 0;
    }
  }

  private static RunnerProcess start(Path evidence, Duration budget, boolean resume)
      throws Exception {
    return RunnerProcess.start(
        evidence,
        CELLS[0],
        CELLS[1],
        "--stress.budget=" + budget.toSeconds() + "s",
        "--stress.resume=" + resume);
  }

  /** The configurations of cells whose last fork was killed, and that no later fork replaced. */
  private static Set<String> unpaidDebts(List<ForkRecord> forks) {
    Set<String> notReplaced = new HashSet<>();
    for (ForkRecord fork : forks) {
      String what = fork.test() + " on " + fork.configuration();
      if (fork.status() == ForkStatus.COMPLETED || fork.status() == ForkStatus.HALTED) {
        notReplaced.remove(what);
      } else {
        notReplaced.add(what);
      }
    }
    return notReplaced;
  }

  /**
   * The forks that ran to their end. Their counts of samples are so large that no two are alike;
   * those of forks that were halted or killed may well be.
   */
  private static List<ForkRecord> completed(List<ForkRecord> forks) {
    return forks.stream().filter(fork -> fork.status() == ForkStatus.COMPLETED).toList();
  }

  /**
   * What stress adds to the verdicts: by cell, the promises that some outcome was seen to break;
   * then the cells that were not run, and those that failed. How many samples there are depends on
   * the machine.
   */
  private static List<Object> evidenceOf(List<ForkRecord> forks) {
    Map<String, StressCell> cells = CellDiscovery.onClassPath().stream()
        .collect(Collectors.toMap(StressCell::test, Function.identity()));
    Map<String, SortedSet<String>> seen = new TreeMap<>();
    for (ForkRecord fork : forks) {
      SortedSet<String> broken = seen.computeIfAbsent(fork.test(), first -> new TreeSet<>());
      fork.outcomes().keySet().stream()
          .flatMap(outcome -> cells.get(fork.test()).brokenBy(outcome).stream())
          .forEach(promise -> broken.add(promise.name()));
    }
    Planner planner = new Planner(
        seen.keySet().stream().map(cells::get).toList(), List.of(VmConfiguration.values()), 1);
    forks.forEach(planner::recall);
    return List.of(seen, planner.untried(), planner.failed());
  }
}
