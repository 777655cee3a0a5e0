package dev.safebank.stress.watch;

import static dev.safebank.stress.watch.Acts.runUntil;
import static dev.safebank.stress.watch.Acts.take;
import static dev.safebank.stress.watch.Acts.takeBoth;
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

  private final Rehearsal rehearsal = new Rehearsal();
  private final AtomicBoolean over = new AtomicBoolean();
  private final ReentrantLock lock = new ReentrantLock();

  @Test
  void anActorThatRunsForLongIsNotStuck() throws Exception {
    rehearsal.first(runUntil(over));
    playOnAndEnd();

    assertThat(rehearsal.playToTheEnd()).containsExactly("over");
    assertThat(rehearsal.found()).isEmpty();
  }

  @Test
  void anActorWaitingForALockWhoseOwnerRunsIsNotStuck() throws Exception {
    rehearsal.first(() -> {
      lock.lockInterruptibly();
      try {
        return runUntil(over).play();
      } finally {
        lock.unlock();
      }
    });
    rehearsal.second(take(lock));
    playOnAndEnd();

    assertThat(rehearsal.playToTheEnd()).containsExactly("over", "took");
    assertThat(rehearsal.found()).isEmpty();
  }

  @Test
  void anActorWaitingForAThreadThatIsNoActorIsNotStuckWhileThatRuns() throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    rehearsal.worker("helper", on -> {
      Object report = runUntil(over).play();
      done.countDown();
      return report;
    });
    rehearsal.first(() -> {
      done.await();
      return "done";
    });
    playOnAndEnd();

    assertThat(rehearsal.playToTheEnd()).containsExactly("over", "done");
    assertThat(rehearsal.found()).isEmpty();
  }

  @Test
  void aWaitWithATimeLimitIsNeverStuck() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    rehearsal.first(() -> {
      lock.lockInterruptibly();
      try {
        return end.await(1, TimeUnit.HOURS);
      } finally {
        lock.unlock();
      }
    });
    rehearsal.second(take(lock));
    rehearsal.playOn();
    end.countDown();

    assertThat(rehearsal.playToTheEnd()).containsExactly(true, "took");
    assertThat(rehearsal.found()).isEmpty();
  }

  @Test
  void aCycleThatATimeLimitWillBreakIsNoDeadlock() throws Exception {
    ReentrantLock other = new ReentrantLock();
    CyclicBarrier bothHoldOne = new CyclicBarrier(2);
    AtomicReference<Thread> patient = new AtomicReference<>();
    rehearsal.first(() -> {
      patient.set(Thread.currentThread());
      lock.lockInterruptibly();
      try {
        bothHoldOne.await();
        return other.tryLock(1, TimeUnit.HOURS);
      } finally {
        lock.unlock();
      }
    });
    rehearsal.second(takeBoth(other, bothHoldOne, lock));
    awaitState(patient, Thread.State.TIMED_WAITING);
    rehearsal.playOn();
    patient.get().interrupt();

    assertThat(rehearsal.playToTheEnd())
        .containsExactly("interrupted by nobody known", "took both");
    assertThat(rehearsal.found()).isEmpty();
  }

  /** What a thread looks like that was woken and has not been given a CPU since. */
  @Test
  void aParkedThreadThatCouldGoOnIsNotStuck() throws Exception {
    AtomicBoolean granted = new AtomicBoolean();
    AtomicReference<Thread> parked = new AtomicReference<>();
    rehearsal.first(() -> {
      parked.set(Thread.currentThread());
      while (!granted.get()) {
        LockSupport.park();
      }
      return "granted";
    });
    awaitState(parked, Thread.State.WAITING);
    granted.set(true);

    assertThat(rehearsal.playToTheEnd()).containsExactly("granted");
    assertThat(rehearsal.found()).isEmpty();
  }

  /** A worker that has not yet noticed that all have reached the checkpoint may still let go. */
  @Test
  void anActorIsNotStuckWhileAWorkerIsAboutToLeaveTheCheckpoint() throws Exception {
    WorkerSync sync = new WorkerSync(false, 2, SpinLoopStyle.LOCKSUPPORT_PARK_NANOS);
    rehearsal.worker("first worker", on -> {
      lock.lockInterruptibly();
      sync.awaitCheckpoint(2);
      lock.unlock();
      return "let go";
    });
    rehearsal.worker("second worker", on -> {
      sync.awaitCheckpoint(2);
      return on.second(take(lock));
    });

    assertThat(rehearsal.playToTheEnd()).containsExactly("let go", "took");
    assertThat(rehearsal.found()).isEmpty();
  }

  /** An interrupt too many would hit the victim in what it does next. */
  @Test
  void noInterruptFollowsAVictimThatHasAnswered() throws Exception {
    Semaphore never = new Semaphore(0);
    CountDownLatch end = new CountDownLatch(1);
    rehearsal.worker("first worker", on -> {
      Object report = on.first(() -> {
        never.acquire();
        return "acquired";
      });
      return report + ", then " + end.await(1, TimeUnit.HOURS);
    });
    rehearsal.playUntilRuled();
    rehearsal.playOn();
    end.countDown();

    assertThat(rehearsal.playToTheEnd()).containsExactly("STUCK, then true");
    assertThat(rehearsal.found()).hasSize(1);
  }

  private void playOnAndEnd() {
    rehearsal.playOn();
    over.set(true);
  }

  private static void awaitState(AtomicReference<Thread> thread, Thread.State state) {
    while (thread.get() == null || thread.get().getState() != state) {
      Thread.onSpinWait();
    }
  }
}
