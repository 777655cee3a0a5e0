package dev.safebank.stress.watch;

import static dev.safebank.stress.watch.Acts.runUntil;
import static dev.safebank.stress.watch.Acts.take;
import static dev.safebank.stress.watch.Acts.takeBoth;
import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.stress.evidence.Blockage;
import dev.safebank.stress.evidence.Blockage.BlockedThread;
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

  private final Rehearsal rehearsal = new Rehearsal();
  private final CyclicBarrier bothHoldOne = new CyclicBarrier(2);
  private final Lock a = new ReentrantLock();
  private final Lock b = new ReentrantLock();

  @Test
  void oneVictimOfACycleIsFreedAndTheOtherGoesOn() throws Exception {
    rehearsal.first(takeBoth(a, bothHoldOne, b));
    rehearsal.second(takeBoth(b, bothHoldOne, a));

    assertThat(rehearsal.playToTheEnd()).containsExactlyInAnyOrder(Ruling.DEADLOCK, "took both");
  }

  @Test
  void aDeadlockIsDescribedInTheOrderOfItsCycle() throws Exception {
    Lock write = new ReentrantReadWriteLock().writeLock();
    rehearsal.first(takeBoth(a, bothHoldOne, write));
    rehearsal.second(takeBoth(write, bothHoldOne, a));
    rehearsal.playToTheEnd();

    assertThat(rehearsal.found())
        .extracting(Blockage::kind)
        .containsExactly(Blockage.Kind.DEADLOCK);
    List<BlockedThread> cycle = rehearsal.found().get(0).threads();
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
    rehearsal.worker("third worker", on -> runUntil(over).play());
    rehearsal.worker("first worker", on -> {
      Object report = on.first(takeBoth(a, bothHoldOne, b));
      over.set(true);
      return report;
    });
    rehearsal.second(takeBoth(b, bothHoldOne, a));

    assertThat(rehearsal.playToTheEnd())
        .containsExactlyInAnyOrder("over", Ruling.DEADLOCK, "took both");
  }

  @Test
  void betweenAMonitorAndALockTheThreadAtTheLockIsTheVictim() throws Exception {
    Object monitor = new Object();
    rehearsal.first(() -> {
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
    rehearsal.second(() -> {
      synchronized (monitor) {
        bothHoldOne.await();
        return take(a).play();
      }
    });

    assertThat(rehearsal.playToTheEnd()).containsExactly("took both", Ruling.DEADLOCK);
    assertThat(rehearsal.found().get(0).threads())
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
    rehearsal.worker("first worker", on -> {
      List<Object> reports = new ArrayList<>();
      for (Lock[] pair : pairs) {
        reports.add(on.first(takeBoth(pair[0], bothHoldOne, pair[1])));
      }
      return reports;
    });
    rehearsal.worker("second worker", on -> {
      List<Object> reports = new ArrayList<>();
      for (Lock[] pair : pairs) {
        reports.add(on.second(takeBoth(pair[1], bothHoldOne, pair[0])));
      }
      return reports;
    });

    List<Object> reports = rehearsal.playToTheEnd();
    List<?> first = (List<?>) reports.get(0);
    List<?> second = (List<?>) reports.get(1);
    for (int i = 0; i < samples; i++) {
      assertThat(List.of(first.get(i), second.get(i)))
          .as("sample %d", i)
          .containsExactlyInAnyOrder(Ruling.DEADLOCK, "took both");
    }
    assertThat(rehearsal.found()).hasSize(samples);
  }
}
