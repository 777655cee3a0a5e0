package dev.safebank.stress.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openjdk.jcstress.infra.runners.SpinLoopStyle;
import org.openjdk.jcstress.infra.runners.WorkerSync;

/** The proof, step by step, from snapshots of real threads in which one detail is made up. */
@Timeout(60)
class StallProofTest {

  private static final int MANY = 100;

  private final StallProof proof = new StallProof();
  private final Semaphore never = new Semaphore(0);
  private final WorkerSync sync = new WorkerSync(false, 2, SpinLoopStyle.THREAD_YIELD);
  private final Thread blocked = new Thread(never::acquireUninterruptibly, "blocked");
  private final Thread atCheckpoint = new Thread(() -> sync.awaitCheckpoint(2), "at checkpoint");
  private long nanosOnCpu;

  @BeforeEach
  void blockAnActor() {
    blocked.setDaemon(true);
    blocked.start();
    while (blocked.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
  }

  @AfterEach
  void letGo() {
    never.release();
    sync.awaitCheckpoint(0);
  }

  @Test
  void aNudgedThreadIsNotStuckBeforeItHasLooked() {
    for (int i = 0; i < MANY; i++) {
      assertThat(proof.completedBy(snapshot(blockedActorThatNoNudgeReaches()))).isFalse();
    }
    lookOnce();

    assertThat(proof.completedBy(snapshot(blockedActorThatNoNudgeReaches()))).isTrue();
  }

  @Test
  void nobodyIsNudgedOrStuckBeforeTheThreadAtTheCheckpointHasRun() {
    startWaitingAtTheCheckpoint();
    long waits = info(blocked).getWaitedCount();
    for (int i = 0; i < MANY; i++) {
      assertThat(proof.completedBy(snapshot(blockedActor(), waitingAtTheCheckpoint())))
          .isFalse();
    }

    assertThat(info(blocked).getWaitedCount()).isEqualTo(waits);
  }

  @Test
  void aStallIsProvedWhenTheThreadAtTheCheckpointRanAndTheNudgedOneLooked() {
    startWaitingAtTheCheckpoint();
    boolean proved = false;
    while (!proved) {
      nanosOnCpu += 1_000_000;
      proved = proof.completedBy(snapshot(blockedActor(), waitingAtTheCheckpoint()));
    }

    assertThat(info(blocked).getThreadState()).isEqualTo(Thread.State.WAITING);
  }

  @Test
  void aThreadThatAllocatedHasBeenElsewhereAndIsNotStuck() {
    for (int i = 0; i < MANY; i++) {
      assertThat(proof.completedBy(snapshot(sighting(blocked, new Thread(), "first", i))))
          .isFalse();
      lookOnce();
    }
  }

  private void startWaitingAtTheCheckpoint() {
    atCheckpoint.setDaemon(true);
    atCheckpoint.start();
    while (waitingAtTheCheckpoint().standing() != Standing.AT_CHECKPOINT) {
      Thread.onSpinWait();
    }
  }

  /** Wakes the blocked thread, and sees it wait again. */
  private void lookOnce() {
    long waits = info(blocked).getWaitedCount();
    LockSupport.unpark(blocked);
    while (info(blocked).getWaitedCount() == waits) {
      Thread.onSpinWait();
    }
  }

  private Sighting blockedActor() {
    return sighting(blocked, blocked, "first", 0);
  }

  /** As if the thread were given no CPU: the nudge goes to a thread that never runs. */
  private Sighting blockedActorThatNoNudgeReaches() {
    return sighting(blocked, new Thread(), "first", 0);
  }

  private Sighting waitingAtTheCheckpoint() {
    return sighting(atCheckpoint, atCheckpoint, "", 0);
  }

  private Sighting sighting(Thread seen, Thread nudged, String actor, long allocatedBytes) {
    Optional<String> inside = Optional.of(actor).filter(name -> !name.isEmpty());
    return new Sighting(nudged, info(seen), inside, allocatedBytes, nanosOnCpu, nanosOnCpu);
  }

  private static Snapshot snapshot(Sighting... sightings) {
    return new Snapshot(List.of(sightings));
  }

  private static ThreadInfo info(Thread thread) {
    return ManagementFactory.getThreadMXBean().getThreadInfo(thread.getId(), Integer.MAX_VALUE);
  }
}
