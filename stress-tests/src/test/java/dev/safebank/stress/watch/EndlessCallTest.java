package dev.safebank.stress.watch;

import static dev.safebank.stress.watch.ActorActions.runUntil;
import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.evidence.Blockage;
import dev.safebank.evidence.Blockage.BlockedThread;
import dev.safebank.evidence.BlockageKind;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("slow")
@Timeout(120)
class EndlessCallTest {

  private static final Duration LONGER_THAN_ENOUGH = Duration.ofSeconds(3);

  private final WatchedActors actors = new WatchedActors();
  private final AtomicBoolean over = new AtomicBoolean();
  private final AtomicBoolean mine = new AtomicBoolean();
  private final AtomicBoolean yours = new AtomicBoolean();

  @Test
  void actorsThatGiveWayToEachOtherForEverAreNamedWithTheirStacks() throws Exception {
    actors.first(() -> giveWay(mine, yours));
    actors.second(() -> giveWay(yours, mine));
    actors.sampleBegins();
    actors.checkUntil(() -> !actors.unresolvable().isEmpty());
    over.set(true);
    actors.runToTheEnd();

    Blockage livelock = actors.unresolvable().get(0);
    assertThat(livelock.kind()).isEqualTo(BlockageKind.HUNG);
    assertThat(livelock.threads())
        .extracting(BlockedThread::actor)
        .containsExactlyInAnyOrder("first", "second");
    assertThat(livelock.threads())
        .allSatisfy(
            actor -> assertThat(actor.stack()).anyMatch(frame -> frame.contains("giveWay")));
  }

  @Test
  void anActorThatRunsWhileTheOtherWaitsForItIsNamed() throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    actors.first(() -> {
      Object report = runUntil(over).run();
      done.countDown();
      return report;
    });
    actors.second(() -> {
      done.await();
      return "done";
    });
    actors.sampleBegins();
    actors.checkUntil(() -> !actors.unresolvable().isEmpty());
    over.set(true);

    assertThat(actors.runToTheEnd()).containsExactly("over", "done");
    assertThat(actors.unresolvable().get(0).kind()).isEqualTo(BlockageKind.HUNG);
  }

  @Test
  void callsAreNotEndlessWhileSamplesBegin() throws Exception {
    run(runUntil(over), () -> {
      actors.sampleBegins();
      actors.checkForLong(1);
    });
  }

  @Test
  void nothingIsSaidOfATestThatDoesNotTellOfItsSamples() throws Exception {
    run(runUntil(over), () -> actors.checkForLong(1));
  }

  @Test
  void aCallThatIsShortAgainstTheSlowestIsNotEndless() throws Exception {
    actors.sampleBegins();
    actors.checkForLong(1);
    actors.timePasses(LONGER_THAN_ENOUGH);
    actors.sampleBegins();
    actors.checkForLong(1);

    run(runUntil(over), () -> actors.checkForLong(1), 8);
  }

  /** What a call looks like on a machine that gives its actor no CPU. */
  @Test
  void anActorThatIsGivenNoCpuDoesNotRunOnButItsStackIsKept() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    actors.first(() -> end.await(1, TimeUnit.HOURS));
    actors.sampleBegins();
    actors.checkForLong(1_000);
    end.countDown();

    assertThat(actors.runToTheEnd()).containsExactly(true);
    assertThat(actors.unresolvable()).isEmpty();
    assertThat(actors.found().get(0).kind()).isEqualTo(BlockageKind.HUNG);
    assertThat(actors.found().get(0).threads().get(0).stack())
        .anyMatch(frame -> frame.contains("CountDownLatch.await"));
  }

  private void run(WatchedActors.Action action, Runnable check) throws Exception {
    run(action, check, Integer.MAX_VALUE);
  }

  /** Checks until an actor has used more CPU time than an endless call has, and finds nothing. */
  private void run(WatchedActors.Action action, Runnable check, int noteworthy) throws Exception {
    AtomicBoolean ran = new AtomicBoolean();
    actors.first(() -> {
      var thread = ManagementFactory.getThreadMXBean();
      while (thread.getCurrentThreadCpuTime() < LONGER_THAN_ENOUGH.toNanos()) {
        Thread.onSpinWait();
      }
      ran.set(true);
      return action.run();
    });
    for (int checks = 0; !ran.get(); checks++) {
      if (checks < noteworthy) {
        check.run();
      }
    }
    check.run();
    over.set(true);

    assertThat(actors.runToTheEnd()).containsExactly("over");
    assertThat(actors.unresolvable()).isEmpty();
  }

  /** Asks for a lock, and gives it up again for the other, until it is told to stop. */
  private Object giveWay(AtomicBoolean own, AtomicBoolean other) {
    while (!over.get()) {
      own.set(true);
      if (other.get()) {
        own.set(false);
      }
    }
    return "over";
  }
}
