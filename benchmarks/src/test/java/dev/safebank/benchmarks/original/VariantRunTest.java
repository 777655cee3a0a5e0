package dev.safebank.benchmarks.original;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.evidence.cost.OriginalProgramSettings;
import dev.safebank.evidence.cost.Termination;
import dev.safebank.evidence.cost.TornTotals;
import dev.safebank.evidence.cost.VariantFinding;
import dev.safebank.model.Bank;
import dev.safebank.model.variants.GlobalLockBank;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class VariantRunTest {

  private final AtomicInteger opened = new AtomicInteger();
  private final StringWriter log = new StringWriter();

  /** Two threads of two transfers; the banks are asked for by number, from 1. */
  private VariantFinding run(int warmUps, IntFunction<Bank> banks) throws InterruptedException {
    return new VariantRun(
            GlobalLockBank.class,
            () -> banks.apply(opened.incrementAndGet()),
            new OriginalProgramSettings(2, 2, 6, 1, false, warmUps),
            Duration.ofDays(1))
        .run(Optional.of(new PrintWriter(log)));
  }

  @Test
  void everyWarmUpIsTheSameTrialOnABankOfItsOwn() throws Exception {
    AtomicInteger[] transfers = {new AtomicInteger(), new AtomicInteger(), new AtomicInteger()};
    VariantFinding finding = run(2, number -> new ScriptedBank() {
      @Override
      public boolean transfer(int from, int to, long amount) {
        transfers[number - 1].incrementAndGet();
        return true;
      }
    });
    assertThat(opened).hasValue(3);
    assertThat(transfers).allSatisfy(count -> assertThat(count).hasValue(4));
    assertThat(finding.transfers()).isEqualTo(4);
  }

  @Test
  void withoutWarmUpsTheOnlyTrialCounts() throws Exception {
    VariantFinding finding = run(0, number -> new WrongBank());
    assertThat(opened).hasValue(1);
    assertThat(finding.tornTotals().count()).isEqualTo(4);
  }

  @Test
  void whatWarmUpsShowIsNotCounted() throws Exception {
    VariantFinding finding = run(2, number -> number < 3 ? new WrongBank() : new ScriptedBank());
    assertThat(finding.broken()).isEmpty();
    assertThat(log.toString()).isEmpty();
  }

  @Test
  void whatTheLastTrialShowsIsCounted() throws Exception {
    VariantFinding finding = run(2, number -> number < 3 ? new ScriptedBank() : new WrongBank());
    assertThat(finding.tornTotals()).isEqualTo(new TornTotals(4, 44_499, 44_499, 44_499));
    assertThat(finding.overdrafts()).isEqualTo(4);
    assertThat(finding.finalTotal()).isEqualTo(-6);
    assertThat(log.toString().lines()).hasSize(4);
  }

  @Test
  void aWarmUpThatIsStuckIsTheLast() throws Exception {
    VariantFinding finding = run(5, number -> number == 1 ? new StuckBank() : new ScriptedBank());
    assertThat(opened).hasValue(2);
    assertThat(finding.ending()).isEqualTo(Termination.FINISHED);
  }

  @Test
  @Tag("slow")
  void threadsThatAWarmUpAbandonsLeaveTheTrialThatCountsAlone() throws Exception {
    VariantFinding finding =
        run(1, number -> number == 1 ? new DeadlockedBank() : new ScriptedBank());
    assertThat(finding.ending()).isEqualTo(Termination.FINISHED);
    assertThat(finding.abandoned()).isZero();
  }

  private static final class WrongBank extends ScriptedBank {

    @Override
    public long validate() {
      return 44_499;
    }

    @Override
    public long[] balances() {
      return new long[] {-1, -1, -1, -1, -1, -1};
    }
  }

  private static final class StuckBank extends ScriptedBank {

    @Override
    public boolean transfer(int from, int to, long amount) throws InterruptedException {
      new Semaphore(0).acquire();
      return true;
    }
  }

  /** Of which no interrupt frees a thread. */
  private static final class DeadlockedBank extends CrossingLocksBank {

    @Override
    void take(Lock lock) {
      lock.lock();
    }
  }
}
