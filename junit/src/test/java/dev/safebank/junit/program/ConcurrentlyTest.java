package dev.safebank.junit.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.safebank.explore.result.Exploration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** Lambdas of an ordinary test, explored. */
class ConcurrentlyTest {

  /** Two accounts, and a lock for each that is taken in no agreed order. */
  private static class Accounts {

    private final Object[] locks = {new Object(), new Object()};
    private final long[] balances;

    Accounts(long first, long second) {
      balances = new long[] {first, second};
    }

    void unlocked(int from, int to, long amount) {
      balances[from] -= amount;
      balances[to] += amount;
    }

    synchronized void locked(int from, int to, long amount) {
      unlocked(from, to, amount);
    }

    void bothLocked(int from, int to, long amount) {
      synchronized (locks[from]) {
        synchronized (locks[to]) {
          unlocked(from, to, amount);
        }
      }
    }

    synchronized long total() {
      return balances[0] + balances[1];
    }
  }

  private static final class Numbers {

    private volatile int last;

    @SuppressWarnings("NonAtomicVolatileUpdate") // the fault that is to be found
    int next() {
      return ++last;
    }
  }

  @Test
  void whatIsRightIsProved() {
    Exploration exploration = Concurrently.explore(() -> new Accounts(100, 100))
        .actor("forth", accounts -> accounts.locked(0, 1, 10))
        .actor("back", accounts -> accounts.locked(1, 0, 10))
        .verify(accounts -> assertEquals(200, accounts.total()))
        .proved();

    assertThat(exploration.interleavings()).isEqualTo(2);
    assertThat(exploration.test()).endsWith("ConcurrentlyTest.whatIsRightIsProved");
  }

  @Test
  void aCheckThatFailsShowsTheInterleavingThatFailsIt() {
    assertThatThrownBy(() -> Concurrently.explore(() -> new Accounts(100, 100))
            .actor("one", accounts -> accounts.unlocked(0, 1, 10))
            .actor("other", accounts -> accounts.unlocked(0, 1, 10))
            .verify(accounts -> assertEquals(200, accounts.total()))
            .proved())
        .isInstanceOf(AssertionFailedError.class)
        .hasMessageContaining("the final check threw")
        .hasMessageContaining("expected: <200>")
        .hasMessageContaining("balances[0]: 100")
        .hasMessageContaining("ConcurrentlyTest.java:");
  }

  @Test
  void aDeadlockFailsWhatShouldHoldAndIsWhatMayBeAskedFor() {
    Concurrently<Accounts> crossing = Concurrently.explore(() -> new Accounts(100, 100))
        .actor("forth", accounts -> accounts.bothLocked(0, 1, 10))
        .actor("back", accounts -> accounts.bothLocked(1, 0, 10));

    assertThat(crossing.deadlocks().outcomes()).hasSize(2);
    assertThatThrownBy(crossing::holds)
        .isInstanceOf(AssertionFailedError.class)
        .hasMessageContaining("DEADLOCK")
        .hasMessageContaining("forth waits at")
        .hasMessageContaining("held by back");
  }

  @Test
  void aDeadlockThatIsNotThereIsMissed() {
    assertThatThrownBy(() -> Concurrently.explore(() -> new Accounts(100, 100))
            .actor("forth", accounts -> accounts.locked(0, 1, 10))
            .actor("back", accounts -> accounts.locked(1, 0, 10))
            .deadlocks())
        .isInstanceOf(AssertionFailedError.class)
        .hasMessageStartingWith("a deadlock was not reached in 2 interleavings. Outcomes: ");
  }

  @Test
  void whatActorsReportMakesTheOutcome() {
    Concurrently<Numbers> twice = Concurrently.explore(Numbers::new)
        .reporting("first", Numbers::next)
        .reporting("second", Numbers::next);

    assertThat(twice.reaches("1 ‖ 1").outcomes()).containsOnlyKeys("1 ‖ 1", "1 ‖ 2", "2 ‖ 1");
    assertThatThrownBy(() -> twice.reaches("2 ‖ 2"))
        .hasMessage("the outcome 2 ‖ 2 was not reached in 4 interleavings."
            + " Outcomes: 1 ‖ 1; 1 ‖ 2; 2 ‖ 1.");
  }

  @Test
  void aDataRaceIsNoProofButMayHold() {
    Concurrently<Accounts> racing = Concurrently.explore(() -> new Accounts(100, 100))
        .actor("writer", accounts -> accounts.unlocked(0, 1, 10))
        .actor("reader", Accounts::total);

    racing.holds();
    assertThatThrownBy(racing::proved)
        .isInstanceOf(TestAbortedException.class)
        .hasMessageStartingWith("Not proved: a data race on ");
  }

  @Test
  void anExceptionOfAnActorFails() {
    assertThatThrownBy(() -> Concurrently.explore(() -> new Accounts(100, 100))
            .actor("thrower", accounts -> {
              throw new java.io.IOException("no such file");
            })
            .actor("other", Accounts::total)
            .holds())
        .isInstanceOf(AssertionFailedError.class)
        .hasMessageStartingWith("IOException(no such file) ‖ ");
  }

  @Test
  void aReferenceToAMethodOfTheJdkIsAStep() {
    Concurrently<AtomicInteger> counting = Concurrently.explore(AtomicInteger::new)
        .reporting("one", AtomicInteger::incrementAndGet)
        .reporting("other", AtomicInteger::incrementAndGet);

    assertThat(counting.reaches("1 ‖ 2").outcomes()).containsOnlyKeys("1 ‖ 2", "2 ‖ 1");
  }

  @Test
  void whatCannotBeCopiedMustNotBeCaptured() {
    Object captured = new Object();

    assertThatThrownBy(() -> Concurrently.explore(() -> new Accounts(100, 100))
            .reporting("capturing", accounts -> captured.hashCode())
            .holds())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("capture a java.lang.Object, which cannot be copied");
  }

  @Test
  void aProgramWithoutActorsIsRefused() {
    assertThatThrownBy(() -> Concurrently.explore(() -> new Accounts(1, 1)).holds())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("has no actor");
  }
}
