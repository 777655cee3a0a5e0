package dev.safebank.stress.watch;

import static dev.safebank.stress.watch.ActorActions.take;
import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.evidence.Blockage;
import dev.safebank.evidence.Blockage.BlockedThread;
import dev.safebank.evidence.BlockageKind;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openjdk.jcstress.infra.runners.SpinLoopStyle;
import org.openjdk.jcstress.infra.runners.WorkerSync;

@Timeout(60)
class StallTest {

  private final WatchedActors actors = new WatchedActors();

  @Test
  void aThreadThatWaitsForItselfIsStuck() throws Exception {
    Semaphore permit = new Semaphore(1);
    actors.first(() -> {
      permit.acquire();
      permit.acquire();
      return "acquired twice";
    });

    assertThat(actors.runToTheEnd()).containsExactly(BlockageKind.STUCK);
    assertThat(actors.found()).extracting(Blockage::kind).containsExactly(BlockageKind.STUCK);
    List<BlockedThread> blocked = actors.found().get(0).threads();
    assertThat(blocked).extracting(BlockedThread::actor).containsExactly("first");
    assertThat(blocked.get(0).waitsFor()).matches("Semaphore@[0-9a-f]+");
    assertThat(blocked.get(0).heldBy()).isEmpty();
  }

  @Test
  void aStampedLockTakenTwiceIsStuck() throws Exception {
    StampedLock lock = new StampedLock();
    actors.first(() -> lock.writeLockInterruptibly() + lock.readLockInterruptibly());

    assertThat(actors.runToTheEnd()).containsExactly(BlockageKind.STUCK);
  }

  @Test
  void readersThatBothWantToWriteAreStuckUntilOneGivesUp() throws Exception {
    ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    CyclicBarrier bothRead = new CyclicBarrier(2);
    WatchedActors.Action upgrade = () -> {
      lock.readLock().lockInterruptibly();
      try {
        bothRead.await();
        return take(lock.writeLock()).run();
      } finally {
        lock.readLock().unlock();
      }
    };
    actors.first(upgrade);
    actors.second(upgrade);

    assertThat(actors.runToTheEnd()).containsExactly(BlockageKind.STUCK, BlockageKind.STUCK);
    assertThat(actors.found().get(0).threads())
        .extracting(BlockedThread::actor)
        .containsExactly("first", "second");
  }

  @Test
  void aLockLeakedByAThreadThatEndedIsStuck() throws Exception {
    Lock lock = new ReentrantLock();
    CountDownLatch leaked = new CountDownLatch(1);
    actors.first(() -> leak(lock, leaked));
    actors.second(() -> takeAfter(leaked, lock));

    assertThat(actors.runToTheEnd()).containsExactly("leaked", BlockageKind.STUCK);
  }

  @ParameterizedTest
  @EnumSource
  void aLockLeakedByAWorkerThatWentOnToTheCheckpointIsStuck(SpinLoopStyle style) throws Exception {
    WorkerSync sync = new WorkerSync(false, 2, style);
    Lock lock = new ReentrantLock();
    CountDownLatch leaked = new CountDownLatch(1);
    actors.worker("JcstressThread_first", on -> {
      Object report = on.first(() -> leak(lock, leaked));
      sync.awaitCheckpoint(2);
      return report;
    });
    actors.worker("second worker", on -> {
      Object report = on.second(() -> takeAfter(leaked, lock));
      sync.awaitCheckpoint(2);
      return report;
    });

    assertThat(actors.runToTheEnd()).containsExactly("leaked", BlockageKind.STUCK);
    assertThat(actors.found()).hasSize(1);
    List<BlockedThread> blocked = actors.found().get(0).threads();
    assertThat(blocked).extracting(BlockedThread::actor).containsExactly("second");
    assertThat(blocked).extracting(BlockedThread::heldBy).containsExactly("first");
  }

  @Test
  void aThreadThatNobodyWillNotifyIsStuck() throws Exception {
    Object monitor = new Object();
    AtomicBoolean notified = new AtomicBoolean();
    actors.first(() -> {
      synchronized (monitor) {
        while (!notified.get()) {
          monitor.wait();
        }
        return "notified";
      }
    });

    assertThat(actors.runToTheEnd()).containsExactly(BlockageKind.STUCK);
  }

  @Test
  void aThreadAtAMonitorIsFreedByFreeingItsOwner() throws Exception {
    Object monitor = new Object();
    Semaphore permit = new Semaphore(0);
    CountDownLatch entered = new CountDownLatch(1);
    actors.first(() -> {
      entered.await();
      synchronized (monitor) {
        return "entered";
      }
    });
    actors.second(() -> {
      synchronized (monitor) {
        entered.countDown();
        permit.acquire();
        return "acquired";
      }
    });

    assertThat(actors.runToTheEnd()).containsExactly("entered", BlockageKind.STUCK);
  }

  @Test
  void aVictimThatBlocksAgainOnItsWayOutIsInterruptedAgain() throws Exception {
    Semaphore permit = new Semaphore(0);
    actors.first(() -> {
      try {
        permit.acquire();
        return "acquired";
      } finally {
        permit.acquire();
      }
    });

    assertThat(actors.runToTheEnd()).containsExactly(BlockageKind.STUCK);
    assertThat(actors.found()).hasSize(2);
  }

  @Test
  void aVictimThatSwallowsItsInterruptDoesNotKeepOthersFromBeingFreed() throws Exception {
    Semaphore never = new Semaphore(0);
    WorkerSync sync = new WorkerSync(false, 2, SpinLoopStyle.THREAD_YIELD);
    actors.worker("first worker", on -> {
      Object report = on.first(() -> {
        try {
          never.acquire();
          return "acquired";
        } catch (InterruptedException swallowed) {
          return "swallowed";
        }
      });
      sync.awaitCheckpoint(2);
      return report;
    });
    actors.worker("second worker", on -> {
      Object report = on.second(() -> {
        never.acquire();
        return "acquired";
      });
      sync.awaitCheckpoint(2);
      return report;
    });

    assertThat(actors.runToTheEnd()).containsExactly("swallowed", BlockageKind.STUCK);
  }

  @Test
  void aWaitThatNoInterruptEndsIsUnresolvable() throws Exception {
    Semaphore permit = new Semaphore(0);
    actors.first(() -> {
      permit.acquireUninterruptibly();
      return "acquired";
    });

    Blockage blockage = actors.checkUntilUnresolvable();
    assertThat(blockage.kind()).isEqualTo(BlockageKind.STUCK);
    assertThat(blockage.threads()).extracting(BlockedThread::actor).containsExactly("first");
    permit.release();
    assertThat(actors.runToTheEnd()).containsExactly("acquired");
  }

  private static Object leak(Lock lock, CountDownLatch leaked) throws InterruptedException {
    lock.lockInterruptibly();
    leaked.countDown();
    return "leaked";
  }

  private static Object takeAfter(CountDownLatch leaked, Lock lock) throws Exception {
    leaked.await();
    return take(lock).run();
  }
}
