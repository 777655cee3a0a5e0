package dev.safebank.stress.watch;

import static dev.safebank.stress.watch.ActorActions.runUntil;
import static dev.safebank.stress.watch.ActorActions.take;
import static dev.safebank.stress.watch.ActorActions.takeBoth;
import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.evidence.Blockage;
import dev.safebank.evidence.Blockage.BlockedThread;
import dev.safebank.evidence.BlockageKind;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DeadlockTest {

  private final WatchedActors actors = new WatchedActors();
  private final CyclicBarrier bothHoldOne = new CyclicBarrier(2);
  private final Lock a = new ReentrantLock();
  private final Lock b = new ReentrantLock();

  @Test
  void oneVictimOfACycleIsFreedAndTheOtherGoesOn() throws Exception {
    actors.first(takeBoth(a, bothHoldOne, b));
    actors.second(takeBoth(b, bothHoldOne, a));

    assertThat(actors.runToTheEnd()).containsExactlyInAnyOrder(BlockageKind.DEADLOCK, "took both");
  }

  @Test
  void aDeadlockIsDescribedInTheOrderOfItsCycle() throws Exception {
    Lock write = new ReentrantReadWriteLock().writeLock();
    actors.first(takeBoth(a, bothHoldOne, write));
    actors.second(takeBoth(write, bothHoldOne, a));
    actors.runToTheEnd();

    assertThat(actors.found()).extracting(Blockage::kind).containsExactly(BlockageKind.DEADLOCK);
    List<BlockedThread> cycle = actors.found().get(0).threads();
    assertThat(cycle).extracting(BlockedThread::actor).containsExactly("first", "second");
    assertThat(cycle).extracting(BlockedThread::heldBy).containsExactly("second", "first");
    assertThat(cycle).extracting(BlockedThread::state).containsExactly("WAITING", "WAITING");
    assertThat(cycle.get(0).waitsFor()).matches("ReentrantReadWriteLock@[0-9a-f]+");
    assertThat(cycle.get(1).waitsFor()).matches("ReentrantLock@[0-9a-f]+");
    assertThat(cycle.get(0).stack().get(0)).contains("park");
    assertThat(cycle.get(0).stack()).anyMatch(frame -> frame.contains("takeBoth"));
  }

  @Test
  void aDeadlockIsResolvedWhileAThirdThreadRuns() throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    actors.worker("third worker", on -> runUntil(over).run());
    actors.worker("first worker", on -> {
      Object report = on.first(takeBoth(a, bothHoldOne, b));
      over.set(true);
      return report;
    });
    actors.second(takeBoth(b, bothHoldOne, a));

    assertThat(actors.runToTheEnd())
        .containsExactlyInAnyOrder("over", BlockageKind.DEADLOCK, "took both");
  }

  @Test
  void betweenAMonitorAndALockTheThreadAtTheLockIsTheVictim() throws Exception {
    Object monitor = new Object();
    actors.first(() -> {
      a.lockInterruptibly();
      try {
        bothHoldOne.await();
        synchronized (monitor) {
          return "took both";
        }
      } finally {
        a.unlock();
      }
    });
    actors.second(() -> {
      synchronized (monitor) {
        bothHoldOne.await();
        return take(a).run();
      }
    });

    assertThat(actors.runToTheEnd()).containsExactly("took both", BlockageKind.DEADLOCK);
    assertThat(actors.found().get(0).threads())
        .extracting(BlockedThread::state)
        .containsExactly("BLOCKED", "WAITING");
  }

  @Test
  void everyOneOfManyDeadlocksIsAnsweredOnce() throws Exception {
    int samples = 300;
    List<Lock[]> pairs = new ArrayList<>();
    for (int i = 0; i < samples; i++) {
      pairs.add(new Lock[] {new ReentrantLock(), new ReentrantLock()});
    }
    actors.worker("first worker", on -> {
      List<Object> reports = new ArrayList<>();
      for (Lock[] pair : pairs) {
        reports.add(on.first(takeBoth(pair[0], bothHoldOne, pair[1])));
      }
      return reports;
    });
    actors.worker("second worker", on -> {
      List<Object> reports = new ArrayList<>();
      for (Lock[] pair : pairs) {
        reports.add(on.second(takeBoth(pair[1], bothHoldOne, pair[0])));
      }
      return reports;
    });

    List<Object> reports = actors.runToTheEnd();
    List<?> first = (List<?>) reports.get(0);
    List<?> second = (List<?>) reports.get(1);
    for (int i = 0; i < samples; i++) {
      assertThat(List.of(first.get(i), second.get(i)))
          .as("sample %d", i)
          .containsExactlyInAnyOrder(BlockageKind.DEADLOCK, "took both");
    }
    // A victim that woke for no reason just before its interrupt may be interrupted twice.
    assertThat(actors.found().stream()
            .map(blockage -> blockage.threads().get(0).waitsFor())
            .distinct())
        .hasSize(samples);
  }
}
