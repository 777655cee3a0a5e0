package dev.safebank.threads;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The proof, step by step, from snapshots of real threads in which one detail is made up. */
@Timeout(60)
class StallProofTest {

  private static final int MANY = 100;

  private final StallProof proof = new StallProof();
  private final Semaphore never = new Semaphore(0);
  private final Thread blocked = new Thread(never::acquireUninterruptibly, "blocked");
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
  }

  @Test
  void anUnparkedThreadIsNotStuckBeforeItHasWokenUp() {
    for (int i = 0; i < MANY; i++) {
      assertThat(proof.completedBy(dump(blockedActorThatCannotBeUnparked()))).isFalse();
    }
    wakeUpOnce();

    assertThat(proof.completedBy(dump(blockedActorThatCannotBeUnparked()))).isTrue();
  }

  @Test
  void noThreadIsUnparkedOrStuckBeforeThePollingThreadHasRun() {
    long waits = info(blocked).getWaitedCount();
    for (int i = 0; i < MANY; i++) {
      assertThat(proof.completedBy(dump(blockedActor(), polling()))).isFalse();
    }

    assertThat(info(blocked).getWaitedCount()).isEqualTo(waits);
  }

  @Test
  void aStallIsProvedWhenThePollingThreadRanAndTheUnparkedOneWokeUp() {
    boolean proved = false;
    while (!proved) {
      nanosOnCpu += 1_000_000;
      proved = proof.completedBy(dump(blockedActor(), polling()));
    }

    assertThat(info(blocked).getThreadState()).isEqualTo(Thread.State.WAITING);
  }

  @Test
  void aThreadThatMayContinueByItselfPreventsTheProof() {
    for (int i = 0; i < MANY; i++) {
      ThreadSnapshot able = snapshot(
          Thread.currentThread(), Thread.currentThread(), role(ThreadStatus.ABLE, false), 0);
      assertThat(proof.completedBy(dump(blockedActor(), able))).isFalse();
      assertThat(proof.underWay()).isFalse();
    }
  }

  @Test
  void blockedThreadsThatAreNoActorsAreNoStall() {
    for (int i = 0; i < MANY; i++) {
      assertThat(proof.completedBy(
              dump(snapshot(blocked, blocked, role(ThreadStatus.BLOCKED, false), 0))))
          .isFalse();
    }
  }

  @Test
  void aThreadThatAllocatedHasDoneSomethingElseAndIsNotStuck() {
    for (int i = 0; i < MANY; i++) {
      assertThat(proof.completedBy(
              dump(snapshot(blocked, new Thread(), role(ThreadStatus.BLOCKED, true), i))))
          .isFalse();
      wakeUpOnce();
    }
  }

  /** Wakes the blocked thread, and sees it wait again. */
  private void wakeUpOnce() {
    long waits = info(blocked).getWaitedCount();
    LockSupport.unpark(blocked);
    while (info(blocked).getWaitedCount() == waits) {
      Thread.onSpinWait();
    }
  }

  private ThreadSnapshot blockedActor() {
    return snapshot(blocked, blocked, role(ThreadStatus.BLOCKED, true), 0);
  }

  /** As if the thread were given no CPU: another thread is unparked, which never runs. */
  private ThreadSnapshot blockedActorThatCannotBeUnparked() {
    return snapshot(blocked, new Thread(), role(ThreadStatus.BLOCKED, true), 0);
  }

  private ThreadSnapshot polling() {
    return snapshot(
        Thread.currentThread(), Thread.currentThread(), role(ThreadStatus.POLLING, false), 0);
  }

  private static ThreadRole role(ThreadStatus status, boolean actor) {
    return new ThreadRole("thread", status, actor);
  }

  private ThreadSnapshot snapshot(
      Thread seen, Thread unparked, ThreadRole role, long allocatedBytes) {
    return new ThreadSnapshot(unparked, info(seen), role, allocatedBytes, nanosOnCpu, nanosOnCpu);
  }

  private static ThreadDump dump(ThreadSnapshot... snapshots) {
    return new ThreadDump(List.of(snapshots));
  }

  private static ThreadInfo info(Thread thread) {
    return ManagementFactory.getThreadMXBean().getThreadInfo(thread.getId(), Integer.MAX_VALUE);
  }
}
