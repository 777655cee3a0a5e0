package dev.safebank.model.contract;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.safebank.model.BankFactory;
import dev.safebank.model.Midway;
import dev.safebank.model.Promise;
import dev.safebank.model.specification.ReferenceBank;
import java.math.BigInteger;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The checks find every faulty bank, and pass correct ones. */
final class ContractCheckTest {

  private static final Set<Promise> ALL = EnumSet.allOf(Promise.class);

  static Stream<Faulty> faultyBanks() {
    return Stream.of(FaultyTransfers.ALL, FaultyHooks.ALL, FaultyOpenings.ALL, FaultyInterrupts.ALL)
        .flatMap(List::stream);
  }

  static Stream<Faulty> faultyBanksThatReturn() {
    return faultyBanks().filter(bank -> !bank.isWaiting());
  }

  static Stream<Faulty> faultyBanksThatWait() {
    return faultyBanks().filter(Faulty::isWaiting);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faultyBanksThatReturn")
  void aFaultyBankIsFound(Faulty bank) {
    assertFound(bank);
  }

  @Tag("slow")
  @ParameterizedTest(name = "{0}")
  @MethodSource("faultyBanksThatWait")
  void aFaultyBankThatNeverReturnsIsFound(Faulty bank) {
    assertFound(bank);
  }

  private static void assertFound(Faulty bank) {
    ContractCheck checks = new ContractCheck(bank.factory(), ALL, Duration.ofSeconds(1));
    assertThatThrownBy(() -> bank.check().by(checks))
        .isInstanceOf(ContractViolation.class)
        .hasMessageContaining(bank.message());
  }

  @Test
  void aCorrectBankPasses() throws InterruptedException {
    checkAll(SimpleBank::new, ALL);
  }

  @Test
  void theSpecificationPassesWhatTakesOneThread() throws InterruptedException {
    checkSequentially(new ContractCheck(ReferenceBank::new, ALL, Duration.ofSeconds(5)));
  }

  @Test
  void aBankMayRefuseATotalThatOverflows() throws InterruptedException {
    checkAll(
        (opening, midway) -> {
          if (LongStream.of(opening)
                  .mapToObj(BigInteger::valueOf)
                  .reduce(BigInteger.ZERO, BigInteger::add)
                  .bitLength()
              > 63) {
            throw new ArithmeticException("refused");
          }
          return new SimpleBank(opening, midway);
        },
        ALL);
  }

  @Test
  void aBankThatAdmitsNotToNestIsExemptFromTransferAndValidate() throws InterruptedException {
    checkAll(FaultyTransfers.NotReentrant::new, allBut(Promise.NESTS));
  }

  @Test
  void aBankThatAdmitsNotToUndoMayLeaveAnyBalancesAfterAFailure() throws InterruptedException {
    BankFactory factory = (opening, midway) -> new SimpleBank(opening, midway) {
      @Override
      void undo(int from, long amount) {
        balances[from] = 7;
      }
    };
    checkAll(factory, allBut(Promise.UNDOES_FAILED_TRANSFERS));
  }

  @Test
  void aBankThatAdmitsNotToReleaseLocksIsNotCalledAfterAFailure() throws InterruptedException {
    checkAll(Leaky::new, allBut(Promise.RELEASES_LOCKS));
  }

  private static Set<Promise> allBut(Promise promise) {
    return EnumSet.complementOf(EnumSet.of(promise));
  }

  private static void checkAll(BankFactory factory, Set<Promise> keeps)
      throws InterruptedException {
    ContractCheck checks = new ContractCheck(factory, keeps, Duration.ofSeconds(5));
    checkSequentially(checks);
    checks.interruptedWaits();
  }

  private static void checkSequentially(ContractCheck checks) throws InterruptedException {
    checks.singleCalls();
    checks.sequencesOfThreeCalls();
    checks.randomSequences();
    checks.largeBank();
    checks.openingBalances();
    checks.independentBanks();
    checks.failuresOfTheHook();
    checks.callsOfInterruptedThreads();
  }

  /** Keeps its lock when a transfer throws. */
  private static final class Leaky extends SimpleBank {

    Leaky(long[] openingBalances, Midway midway) {
      super(openingBalances, midway);
    }

    @Override
    @SuppressWarnings("LockNotBeforeTry") // the fault
    boolean move(int from, int to, long amount) throws InterruptedException {
      lock.lock();
      boolean moved = super.move(from, to, amount);
      lock.unlock();
      return moved;
    }
  }
}
