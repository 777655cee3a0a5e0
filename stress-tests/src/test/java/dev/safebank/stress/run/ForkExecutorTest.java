package dev.safebank.stress.run;

import static dev.safebank.stress.run.SampleCells.saw;
import static dev.safebank.stress.run.SampleCells.wentWrong;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.safebank.evidence.Environment;
import dev.safebank.evidence.EvidenceReader;
import dev.safebank.evidence.EvidenceRecord;
import dev.safebank.evidence.EvidenceWriter;
import dev.safebank.evidence.ForkRecord;
import dev.safebank.evidence.ForkStatus;
import dev.safebank.evidence.Header;
import dev.safebank.stress.run.cell.StressCell;
import dev.safebank.stress.run.fork.ForkRunner;
import dev.safebank.stress.run.plan.Parallelism;
import dev.safebank.stress.run.plan.Planner;
import dev.safebank.stress.run.plan.VmConfiguration;
import dev.safebank.stress.run.progress.ProgressDisplay;
import dev.safebank.stress.run.progress.Stopwatch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForkExecutorTest {

  private static final Parallelism TWO_LANES = new Parallelism(2, 4);
  private static final StressCell LOSING =
      SampleCells.cell(SampleCells.LOSING, SampleCells.CROSSING);

  /** A deadlock, and an outcome of no order: with these nothing is left to see of the cell. */
  private static final Map<String, Long> BOTH_BREAKS =
      Map.of("DEADLOCK, MOVED", 1L, "REFUSED, REFUSED", 1L);

  private static final StressCell SAFE = SampleCells.cell(SampleCells.SAFE, SampleCells.VALIDATE);

  @TempDir
  private Path directory;

  private Path file;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @BeforeEach
  void nameTheFile() {
    file = directory.resolve("stress.ndjson");
  }

  @Test
  void recordsEveryForkAndEndsWhenNothingIsLeftToDo() throws Exception {
    boolean finished = run(fork -> saw(fork, BOTH_BREAKS), List.of(LOSING));

    assertThat(finished).isTrue();
    assertThat(forks()).isNotEmpty().allMatch(fork -> fork.samples() == 2);
  }

  @Test
  void aForkThatCrashedIsRunAgainAndBothAreRecorded() throws Exception {
    AtomicInteger runs = new AtomicInteger();
    run(
        fork -> runs.getAndIncrement() == 0
            ? wentWrong(fork, ForkStatus.CRASHED)
            : saw(fork, BOTH_BREAKS),
        List.of(LOSING));

    assertThat(forks())
        .extracting(ForkRecord::status)
        .contains(ForkStatus.CRASHED, ForkStatus.COMPLETED);
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains("UNEXPECTED: LosingBank in Crossing (C2) CRASHED");
  }

  @Test
  void aSurpriseIsPrintedAsItHappens() throws Exception {
    AtomicInteger runs = new AtomicInteger();
    run(
        fork -> {
          if (runs.incrementAndGet() > 2) {
            throw new IllegalStateException("enough");
          }
          return saw(fork, Map.of("MOVED, 150", 1L));
        },
        List.of(SAFE),
        IllegalStateException.class);

    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains("UNEXPECTED: SafeBank in Validate")
        .contains("breaks CONSISTENT_TOTAL, which it claims to keep");
  }

  @Test
  void afterAStopNothingMoreIsRecorded() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    try (EvidenceWriter evidence = EvidenceWriter.create(file, header())) {
      ForkExecutor campaign = campaign(evidence, List.of(SAFE), fork -> {
        started.countDown();
        awaitUninterruptibly(stopped);
        return wentWrong(fork, ForkStatus.CRASHED);
      });
      Thread user = new Thread(() -> {
        awaitUninterruptibly(started);
        campaign.stop();
        stopped.countDown();
      });
      user.start();

      assertThat(campaign.run(TWO_LANES)).isFalse();
      user.join();
    }

    assertThat(file).doesNotExist();
  }

  private boolean run(ForkRunner runner, List<StressCell> cells) throws Exception {
    try (EvidenceWriter evidence = EvidenceWriter.create(file, header())) {
      return campaign(evidence, cells, runner).run(TWO_LANES);
    }
  }

  private void run(ForkRunner runner, List<StressCell> cells, Class<? extends Exception> cause) {
    assertThatIllegalStateException()
        .isThrownBy(() -> run(runner, cells))
        .withCauseInstanceOf(cause);
  }

  private ForkExecutor campaign(
      EvidenceWriter evidence, List<StressCell> cells, ForkRunner runner) {
    return new ForkExecutor(
        new Planner(cells, List.of(VmConfiguration.values()), TWO_LANES.forks()),
        runner,
        evidence,
        ProgressDisplay.on(new PrintStream(printed, true, StandardCharsets.UTF_8), false, 80),
        new Stopwatch(Duration.ofMinutes(5)),
        Duration.ZERO);
  }

  private List<ForkRecord> forks() throws IOException {
    List<EvidenceRecord> records = new ArrayList<>();
    EvidenceReader.read(file, records::add);
    return records.stream()
        .filter(ForkRecord.class::isInstance)
        .map(ForkRecord.class::cast)
        .toList();
  }

  private static Header header() {
    return new Header(
        Header.SCHEMA,
        "run 1",
        Instant.parse("2026-01-02T03:04:05Z"),
        new Environment("", "", 2, "", "", Map.of()),
        Map.of(),
        "mvn verify",
        "replay",
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    boolean interrupted = false;
    while (latch.getCount() > 0) {
      try {
        latch.await();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
