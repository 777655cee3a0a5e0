package dev.safebank.stress.watch;

import static dev.safebank.stress.watch.ActorActions.runUntil;
import static dev.safebank.stress.watch.ActorActions.take;
import static dev.safebank.stress.watch.ActorActions.takeBoth;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openjdk.jcstress.infra.runners.SpinLoopStyle;
import org.openjdk.jcstress.infra.runners.WorkerSync;

@Timeout(60)
class FalseAlarmTest {

  private final WatchedActors actors = new WatchedActors();
  private final AtomicBoolean over = new AtomicBoolean();
  private final ReentrantLock lock = new ReentrantLock();

  @Test
  void anActorThatRunsForLongIsNotStuck() throws Exception {
    actors.first(runUntil(over));
    checkManyTimesAndEnd();

    assertThat(actors.runToTheEnd()).containsExactly("over");
    assertThat(actors.found()).isEmpty();
  }

  @Test
  void anActorWaitingForALockWhoseOwnerRunsIsNotStuck() throws Exception {
    actors.first(() -> {
      lock.lockInterruptibly();
      try {
        return runUntil(over).run();
      } finally {
        lock.unlock();
      }
    });
    actors.second(take(lock));
    checkManyTimesAndEnd();

    assertThat(actors.runToTheEnd()).containsExactly("over", "took");
    assertThat(actors.found()).isEmpty();
  }

  @Test
  void anActorWaitingForAThreadThatIsNoActorIsNotStuckWhileThatRuns() throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    actors.worker("helper", on -> {
      Object report = runUntil(over).run();
      done.countDown();
      return report;
    });
    actors.first(() -> {
      done.await();
      return "done";
    });
    checkManyTimesAndEnd();

    assertThat(actors.runToTheEnd()).containsExactly("over", "done");
    assertThat(actors.found()).isEmpty();
  }

  @Test
  void aWaitWithATimeLimitIsNeverStuck() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    actors.first(() -> {
      lock.lockInterruptibly();
      try {
        return end.await(1, TimeUnit.HOURS);
      } finally {
        lock.unlock();
      }
    });
    actors.second(take(lock));
    actors.checkManyTimes();
    end.countDown();

    assertThat(actors.runToTheEnd()).containsExactly(true, "took");
    assertThat(actors.found()).isEmpty();
  }

  @Test
  void aCycleThatATimeLimitWillBreakIsNoDeadlock() throws Exception {
    ReentrantLock other = new ReentrantLock();
    CyclicBarrier bothHoldOne = new CyclicBarrier(2);
    AtomicReference<Thread> patient = new AtomicReference<>();
    actors.first(() -> {
      patient.set(Thread.currentThread());
      lock.lockInterruptibly();
      try {
        bothHoldOne.await();
        return other.tryLock(1, TimeUnit.HOURS);
      } finally {
        lock.unlock();
      }
    });
    actors.second(takeBoth(other, bothHoldOne, lock));
    awaitState(patient, Thread.State.TIMED_WAITING);
    actors.checkManyTimes();
    patient.get().interrupt();

    assertThat(actors.runToTheEnd())
        .containsExactly("interrupted, not by the watchdog", "took both");
    assertThat(actors.found()).isEmpty();
  }

  /** What a thread looks like that was woken and has not been given a CPU since. */
  @Test
  void aParkedThreadThatCouldGoOnIsNotStuck() throws Exception {
    AtomicBoolean granted = new AtomicBoolean();
    AtomicReference<Thread> parked = new AtomicReference<>();
    actors.first(() -> {
      parked.set(Thread.currentThread());
      while (!granted.get()) {
        LockSupport.park();
      }
      return "granted";
    });
    awaitState(parked, Thread.State.WAITING);
    granted.set(true);

    assertThat(actors.runToTheEnd()).containsExactly("granted");
    assertThat(actors.found()).isEmpty();
  }

  /** A worker that has not yet noticed that all have reached the checkpoint may still let go. */
  @Test
  void anActorIsNotStuckWhileAWorkerIsAboutToLeaveTheCheckpoint() throws Exception {
    WorkerSync sync = new WorkerSync(false, 2, SpinLoopStyle.LOCKSUPPORT_PARK_NANOS);
    actors.worker("first worker", on -> {
      lock.lockInterruptibly();
      sync.awaitCheckpoint(2);
      lock.unlock();
      return "let go";
    });
    actors.worker("second worker", on -> {
      sync.awaitCheckpoint(2);
      return on.second(take(lock));
    });

    assertThat(actors.runToTheEnd()).containsExactly("let go", "took");
    assertThat(actors.found()).isEmpty();
  }

  /** An interrupt too many would hit the victim in what it does next. */
  @Test
  void noInterruptFollowsAVictimThatHasAnswered() throws Exception {
    Semaphore never = new Semaphore(0);
    CountDownLatch end = new CountDownLatch(1);
    actors.worker("first worker", on -> {
      Object report = on.first(() -> {
        never.acquire();
        return "acquired";
      });
      return report + ", then " + end.await(1, TimeUnit.HOURS);
    });
    actors.checkUntilInterrupted();
    actors.checkManyTimes();
    end.countDown();

    assertThat(actors.runToTheEnd()).containsExactly("STUCK, then true");
    assertThat(actors.found()).hasSize(1);
  }

  private void checkManyTimesAndEnd() {
    actors.checkManyTimes();
    over.set(true);
  }

  private static void awaitState(AtomicReference<Thread> thread, Thread.State state) {
    while (thread.get() == null || thread.get().getState() != state) {
      Thread.onSpinWait();
    }
  }
}
