package dev.safebank.model.variants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.safebank.model.Bank;
import dev.safebank.model.Midway;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Where accounts share a stripe, and where the gate is given back. */
final class StripeSumsBankTest {

  private static final int ACCOUNTS = 100;
  private static final int SAME_STRIPE_AS_0 = 64;

  private final Gate gate = new Gate();

  private static Bank bank(Midway midway) {
    long[] opening = new long[ACCOUNTS];
    Arrays.fill(opening, 100);
    return new StripeSumsBank(opening, midway);
  }

  @Test
  void aValidatorWaitsForATransferWithinOneStripe() throws Exception {
    Bank bank = bank(gate);
    Actor<Boolean> standing = gate.standMidway(bank, 0, SAME_STRIPE_AS_0, 50);
    Actor<Long> validator = Actor.start(bank::validate);
    validator.interrupt();
    assertThatThrownBy(validator::result).isInstanceOf(InterruptedException.class);
    gate.open();

    assertThat(standing.result()).isTrue();
    assertThat(bank.validate()).isEqualTo(10_000);
    assertThat(bank.balances()[SAME_STRIPE_AS_0]).isEqualTo(150);
  }

  @Test
  void aValidatorThatGivesUpOpensTheGate() throws Exception {
    Bank bank = bank(gate);
    gate.standMidway(bank, 0, 1, 50);
    Actor<Long> validator = Actor.start(bank::validate);
    validator.interrupt();
    assertThatThrownBy(validator::result).isInstanceOf(InterruptedException.class);

    assertThat(Actor.start(() -> bank.transfer(2, 3, 30)).result()).isTrue();
  }

  @Test
  void aTransferThatGivesUpOnItsSecondStripeLetsGoOfTheFirst() throws Exception {
    Bank bank = bank(gate);
    gate.standMidway(bank, 1, 2, 50);
    Actor<Boolean> waiting = Actor.start(() -> bank.transfer(0, 1, 30));
    waiting.interrupt();
    assertThatThrownBy(waiting::result).isInstanceOf(InterruptedException.class);

    assertThat(Actor.start(() -> bank.transfer(0, 3, 30)).result()).isTrue();
  }

  @Test
  void aFailedTransferGivesTheSumsBackToo() throws Exception {
    IllegalStateException failure = new IllegalStateException("midway");
    Bank bank = bank((from, to, amount) -> {
      throw failure;
    });
    assertThatThrownBy(() -> bank.transfer(0, 1, 30)).isSameAs(failure);
    assertThat(bank.validate()).isEqualTo(10_000);
  }

  @Test
  void balancesOfOneStripeMustFitIntoALong() {
    long[] opening = new long[ACCOUNTS];
    opening[0] = Long.MAX_VALUE;
    opening[SAME_STRIPE_AS_0] = 1;
    assertThatThrownBy(() -> new StripeSumsBank(opening, Midway.NOTHING))
        .isInstanceOf(ArithmeticException.class)
        .hasMessage("long overflow");
  }
}
