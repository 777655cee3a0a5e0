package dev.safebank.original;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.safebank.model.Bank;
import dev.safebank.model.Midway;
import dev.safebank.model.variants.CheckOutsideLockBank;
import dev.safebank.model.variants.UnsafeBank;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import org.junit.jupiter.api.Test;

final class TrialTest {

  private static final Duration FOR_EVER = Duration.ofDays(1);
  private static final Settings TWO_THREADS = new Settings(2, 2, 6, 1, false, 0);

  private final StringWriter log = new StringWriter();
  private final Tally tally =
      new Tally(TWO_THREADS.openingTotal(), Optional.of(new PrintWriter(log)));

  private Trial.Result run(Bank bank) throws InterruptedException {
    return new Trial(bank, TWO_THREADS, tally, FOR_EVER).run();
  }

  @Test
  void aTotalSeenWhileATransferStandsMidwayIsTorn() throws Exception {
    // The first transfer stands midway until the other thread has validated and transfers again.
    AtomicInteger transfers = new AtomicInteger();
    CountDownLatch thirdTransfer = new CountDownLatch(1);
    Midway midway = (from, to, amount) -> {
      switch (transfers.incrementAndGet()) {
        case 1 -> thirdTransfer.await();
        case 3 -> thirdTransfer.countDown();
        default -> {}
      }
    };
    Trial.Result result = run(new UnsafeBank(TWO_THREADS.openingBalances(), midway));

    assertThat(result.ending()).isEqualTo(Ending.FINISHED);
    assertThat(result.transfers()).isEqualTo(4);
    assertThat(tally.tornTotals().count()).isPositive();
    assertThat(tally.tornTotals().first()).isLessThan(44_500);
    assertThat(log.toString()).startsWith("UnsafeBank, thread ").contains(": total 44,4");
  }

  @Test
  void aTransferThatLeavesThePayerBelowZeroIsAnOverdraft() throws Exception {
    Trial.Result result = run(new ScriptedBank() {
      @Override
      public long[] balances() {
        return new long[] {-1, -1, -1, -1, -1, -1};
      }
    });
    assertThat(tally.overdrafts()).isEqualTo(result.transfers()).isEqualTo(4);
  }

  @Test
  void theFinalTotalIsThatOfTheBalances() throws Exception {
    Trial.Result result =
        run(new CheckOutsideLockBank(TWO_THREADS.openingBalances(), Midway.NOTHING));
    assertThat(result.finalTotal()).isEqualTo(44_500);
  }

  @Test
  void aCircleOfWaitingIsADeadlockAndIsBroken() throws Exception {
    Trial.Result result = run(new CrossingLocksBank() {
      @Override
      void take(Lock lock) throws InterruptedException {
        lock.lockInterruptibly();
      }
    });
    assertThat(result.ending()).isEqualTo(Ending.DEADLOCKED);
    assertThat(result.transfers()).isZero();
    assertThat(result.abandoned()).isZero();
  }

  @Test
  void threadsThatNoInterruptFreesAreAbandoned() throws Exception {
    Trial.Result result = run(new CrossingLocksBank() {
      @Override
      void take(Lock lock) {
        lock.lock();
      }
    });
    assertThat(result.ending()).isEqualTo(Ending.DEADLOCKED);
    assertThat(result.abandoned()).isEqualTo(2);
  }

  @Test
  void threadsThatAllWaitWithoutACircleAreStuck() throws Exception {
    Trial.Result result = run(new ScriptedBank() {
      @Override
      public boolean transfer(int from, int to, long amount) throws InterruptedException {
        new Semaphore(0).acquire();
        return true;
      }
    });
    assertThat(result.ending()).isEqualTo(Ending.STUCK);
    assertThat(result.abandoned()).isZero();
  }

  @Test
  void aThreadThatWaitsForOneThatRunsIsNotStuck() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    CountDownLatch done = new CountDownLatch(1);
    Trial.Result result = run(new ScriptedBank() {
      @Override
      public boolean transfer(int from, int to, long amount) throws InterruptedException {
        switch (calls.incrementAndGet()) {
          case 1 -> done.await();
          case 3 -> done.countDown();
          default -> {}
        }
        return true;
      }
    });
    assertThat(result.ending()).isEqualTo(Ending.FINISHED);
  }

  @Test
  void threadsThatRunButCompleteNothingAreGivenUp() throws Exception {
    Bank spinning = new ScriptedBank() {
      @Override
      public boolean transfer(int from, int to, long amount) throws InterruptedException {
        while (!Thread.interrupted()) {
          Thread.onSpinWait();
        }
        throw new InterruptedException("gave up");
      }
    };
    Trial.Result result = new Trial(spinning, TWO_THREADS, tally, Duration.ZERO).run();
    assertThat(result.ending()).isEqualTo(Ending.SPINNING);
    assertThat(result.abandoned()).isZero();
  }

  @Test
  void aCallThatThrowsEndsTheProgramWithItsCause() {
    ArithmeticException overflow = new ArithmeticException("long overflow");
    Bank failing = new ScriptedBank() {
      @Override
      public long validate() {
        throw overflow;
      }
    };
    assertThatThrownBy(() -> run(failing))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageEndingWith("failed: java.lang.ArithmeticException: long overflow")
        .hasCause(overflow);
  }
}
