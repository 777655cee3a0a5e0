package dev.safebank.benchmarks.original;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.safebank.evidence.cost.OriginalProgramSettings;
import dev.safebank.evidence.cost.Termination;
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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class TrialTest {

  private static final Duration UNLIMITED = Duration.ofDays(1);
  private static final OriginalProgramSettings TWO_THREADS =
      new OriginalProgramSettings(2, 2, 6, 1, false, 0);

  private final StringWriter log = new StringWriter();
  private final AnomalyCounter anomalies =
      new AnomalyCounter(OpeningBalances.total(6), Optional.of(new PrintWriter(log)));

  private Trial.TrialResult run(Bank bank) throws InterruptedException {
    return new Trial(bank, TWO_THREADS, anomalies, UNLIMITED).run();
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
    Trial.TrialResult result = run(new UnsafeBank(OpeningBalances.of(6), midway));

    assertThat(result.ending()).isEqualTo(Termination.FINISHED);
    assertThat(result.transfers()).isEqualTo(4);
    assertThat(anomalies.tornTotals().count()).isPositive();
    assertThat(anomalies.tornTotals().first()).isLessThan(44_500);
    assertThat(log.toString()).startsWith("UnsafeBank, thread ").contains(": total 44,4");
  }

  @Test
  void aTransferThatLeavesThePayerBelowZeroIsAnOverdraft() throws Exception {
    Trial.TrialResult result = run(new ScriptedBank() {
      @Override
      public long[] balances() {
        return new long[] {-1, -1, -1, -1, -1, -1};
      }
    });
    assertThat(anomalies.overdrafts()).isEqualTo(result.transfers()).isEqualTo(4);
  }

  @Test
  void theFinalTotalIsThatOfTheBalances() throws Exception {
    Trial.TrialResult result = run(new CheckOutsideLockBank(OpeningBalances.of(6), Midway.NOTHING));
    assertThat(result.finalTotal()).isEqualTo(44_500);
  }

  @Test
  void aCircleOfWaitingIsADeadlockAndIsBroken() throws Exception {
    Trial.TrialResult result = run(new CrossingLocksBank() {
      @Override
      void take(Lock lock) throws InterruptedException {
        lock.lockInterruptibly();
      }
    });
    assertThat(result.ending()).isEqualTo(Termination.DEADLOCKED);
    assertThat(result.transfers()).isZero();
    assertThat(result.abandoned()).isZero();
  }

  @Test
  @Tag("slow")
  void threadsThatNoInterruptFreesAreAbandoned() throws Exception {
    Trial.TrialResult result = run(new CrossingLocksBank() {
      @Override
      void take(Lock lock) {
        lock.lock();
      }
    });
    assertThat(result.ending()).isEqualTo(Termination.DEADLOCKED);
    assertThat(result.abandoned()).isEqualTo(2);
  }

  @Test
  void threadsThatAllWaitWithoutACircleAreStuck() throws Exception {
    Trial.TrialResult result = run(new ScriptedBank() {
      @Override
      public boolean transfer(int from, int to, long amount) throws InterruptedException {
        new Semaphore(0).acquire();
        return true;
      }
    });
    assertThat(result.ending()).isEqualTo(Termination.STUCK);
    assertThat(result.abandoned()).isZero();
  }

  @Test
  void aThreadThatWaitsForOneThatRunsIsNotStuck() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    CountDownLatch done = new CountDownLatch(1);
    Trial.TrialResult result = run(new ScriptedBank() {
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
    assertThat(result.ending()).isEqualTo(Termination.FINISHED);
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
    Trial.TrialResult result = new Trial(spinning, TWO_THREADS, anomalies, Duration.ZERO).run();
    assertThat(result.ending()).isEqualTo(Termination.SPINNING);
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
