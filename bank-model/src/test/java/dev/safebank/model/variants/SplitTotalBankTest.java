package dev.safebank.model.variants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.safebank.model.Bank;
import dev.safebank.model.Midway;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Balances and parts that are taken out are put back, however a call ends. */
final class SplitTotalBankTest {

  private static final int ACCOUNTS = 100;

  private final Gate gate = new Gate();

  private static Bank bank(Midway midway) {
    long[] opening = new long[ACCOUNTS];
    Arrays.fill(opening, 100);
    return new SplitTotalBank(opening, midway);
  }

  @Test
  void aValidatorThatGivesUpLeavesThePartsInTheirPlaces() throws Exception {
    Bank bank = bank(gate);
    Actor<Boolean> standing = gate.standMidway(bank, 0, 1, 50);
    Actor<Long> validator = Actor.start(bank::validate);
    validator.interrupt();
    assertThatThrownBy(validator::result).isInstanceOf(InterruptedException.class);
    gate.open();

    assertThat(standing.result()).isTrue();
    assertThat(bank.validate()).isEqualTo(10_000);
  }

  @Test
  void aTransferThatGivesUpOnItsSecondBalancePutsTheFirstBack() throws Exception {
    Bank bank = bank(gate);
    Actor<Boolean> standing = gate.standMidway(bank, 1, 2, 50);
    Actor<Boolean> waiting = Actor.start(() -> bank.transfer(0, 1, 30));
    waiting.interrupt();
    assertThatThrownBy(waiting::result).isInstanceOf(InterruptedException.class);
    gate.open();

    assertThat(standing.result()).isTrue();
    assertThat(bank.transfer(0, 3, 30)).isTrue();
    assertThat(bank.balances()).startsWith(70, 50, 150, 130);
  }

  @Test
  void aTransferThatGivesUpOnItsPartOfTheTotalPutsBothBalancesBack() throws Exception {
    AtomicReference<Bank> self = new AtomicReference<>();
    Bank bank = bank((from, to, amount) -> {
      if (from == 0) {
        Thread.currentThread().interrupt();
        self.get().transfer(2, 3, 30);
      }
    });
    self.set(bank);
    assertThatThrownBy(() -> bank.transfer(0, 1, 50)).isInstanceOf(InterruptedException.class);

    assertThat(bank.balances()).startsWith(100, 100, 100, 100);
    assertThat(bank.validate()).isEqualTo(10_000);
    assertThat(bank.transfer(2, 3, 30)).isTrue();
  }

  @Test
  void aBalanceThatIsTakenOutReadsAsNothing() throws Exception {
    Bank bank = bank(gate);
    gate.standMidway(bank, 0, 1, 50);

    assertThat(bank.balances()).startsWith(0, 0, 100);
  }

  @Test
  void theOpeningTotalMustFitIntoALong() throws Exception {
    long[] opening = new long[ACCOUNTS];
    opening[0] = Long.MAX_VALUE - 1;
    opening[1] = 1;
    assertThat(new SplitTotalBank(opening, Midway.NOTHING).validate()).isEqualTo(Long.MAX_VALUE);
    opening[2] = 1;
    assertThatThrownBy(() -> new SplitTotalBank(opening, Midway.NOTHING))
        .isInstanceOf(ArithmeticException.class);
  }
}
