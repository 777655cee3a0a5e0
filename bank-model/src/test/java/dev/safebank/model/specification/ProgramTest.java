package dev.safebank.model.specification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.safebank.model.specification.Call.AnotherBank;
import dev.safebank.model.specification.Call.Interrupt;
import dev.safebank.model.specification.Call.Interrupted;
import dev.safebank.model.specification.Call.Transfer;
import dev.safebank.model.specification.Call.TransferAndValidate;
import dev.safebank.model.specification.Call.Validate;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ProgramTest {

  @Test
  void aProgramReadsAsItsActorsSideBySide() {
    assertThat(Program.on(100, 0)
            .actor(new Transfer(0, 1, 50, true), new Validate())
            .actor(new TransferAndValidate(1, 0, 30)))
        .hasToString("transfer(0, 1, 50) failing midway, validate() ‖"
            + " transferAndValidate(1, 0, 30) on [100, 0]");
  }

  @Test
  void theHookThrowsInTheCallsThatFailMidwayOnly() throws Exception {
    Program program = Program.on(100, 100)
        .actor(new Transfer(0, 1, 50, true))
        .actor(new TransferAndValidate(0, 1, 40, true))
        .actor(new Transfer(0, 1, 30));
    assertThatThrownBy(() -> program.hook().reached(0, 1, 50)).isInstanceOf(MidwayFailure.class);
    assertThatThrownBy(() -> program.hook().reached(0, 1, 40)).isInstanceOf(MidwayFailure.class);
    program.hook().reached(0, 1, 30);
    program.hook().reached(1, 0, 50);
  }

  @Test
  void callsThatTheHookCannotTellApartAreRefused() {
    Program program = Program.on(100, 100).actor(new Transfer(0, 1, 50, true));
    assertThatThrownBy(() -> program.actor(new TransferAndValidate(0, 1, 50)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("transferAndValidate(0, 1, 50) and a transfer with the same accounts and amount"
            + " differ in whether they fail midway: give them different amounts");
    assertThat(program.actor(new Transfer(0, 1, 50, true)).actors()).hasSize(2);
  }

  @Test
  void interruptsNameTheirActorByItsLetterAndCanBeReadAgain() {
    Program program = Program.on(100, 100)
        .actor(new Validate())
        .actor(new Transfer(0, 1, 50), new Interrupted())
        .actor(new Interrupt(1));
    assertThat(program)
        .hasToString("validate() ‖ transfer(0, 1, 50), interrupted() ‖ interrupt(B) on [100, 100]");
    assertThat(ProgramText.parse(program.toString())).isEqualTo(program);
  }

  @Test
  void anotherBankIsNamedByItsBalancesAndCanBeReadAgain() {
    Program program = Program.on(100, 100).actor(new AnotherBank(List.of(7L, 0L)), new Validate());
    assertThat(program).hasToString("anotherBank(7, 0), validate() on [100, 100]");
    assertThat(ProgramText.parse(program.toString())).isEqualTo(program);
    assertThatThrownBy(() -> ProgramText.parse("anotherBank() on [100, 100]"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anActorThatIsInterruptedMustBeThere() {
    assertThatThrownBy(() -> ProgramText.parse("interrupt(B) on [100, 100]"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("interrupt(B): there is no such actor in interrupt(B) on [100, 100]");
    Program program = Program.on(100, 100).actor(new Interrupt(1));
    assertThatThrownBy(() -> Specification.serialOutcomes(program))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("interrupt(B): there is no such actor");
  }

  @Test
  void openingBalancesMustNotBeNegative() {
    assertThatThrownBy(() -> Program.on(100, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("opening balance must be >= 0: account 1 has -1");
  }
}
