package dev.safebank.stress.watch;

import static dev.safebank.stress.watch.ActorActions.takeBoth;
import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.evidence.Blockage;
import dev.safebank.evidence.Blockage.BlockedThread;
import dev.safebank.evidence.BlockageKind;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Actors of a test that does not know the watchdog. */
@Timeout(60)
class UnawareActorsTest {

  private final WatchedActors actors = new WatchedActors(false);

  @Test
  void aCycleIsUnresolvableAlthoughAnInterruptWouldEndIt() {
    CyclicBarrier bothHoldOne = new CyclicBarrier(2);
    Lock a = new ReentrantLock();
    Lock b = new ReentrantLock();
    actors.first(takeBoth(a, bothHoldOne, b));
    actors.second(takeBoth(b, bothHoldOne, a));

    Blockage deadlock = actors.checkUntilUnresolvable();

    assertThat(deadlock.kind()).isEqualTo(BlockageKind.DEADLOCK);
    assertThat(deadlock.threads())
        .extracting(BlockedThread::heldBy)
        .containsExactlyInAnyOrder("first", "second");
    assertThat(actors.found()).isEmpty();
  }

  /** Who is to wake them may be a thread that the watchdog does not know. */
  @Test
  void actorsThatWaitWithoutACycleAreLeftAlone() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    WatchedActors.Action waits = () -> {
      never.await();
      return "woken";
    };
    actors.first(waits);
    actors.second(waits);

    actors.checkManyTimes();
    assertThat(actors.unresolvable()).isEmpty();
    assertThat(actors.found()).isEmpty();

    never.countDown();
    assertThat(actors.runToTheEnd()).containsExactly("woken", "woken");
  }
}
