package dev.safebank.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.safebank.faults.mutation.FaultyBank;
import org.junit.jupiter.api.Test;

class HandMadeFaultsTest {

  @Test
  void allNamesAreDifferent() {
    assertThat(PlantedFaults.all())
        .hasSizeGreaterThan(300)
        .extracting(FaultyBank::name)
        .doesNotHaveDuplicates();
  }

  @Test
  void everyFaultChangesSomething() {
    assertThat(PlantedFaults.all()).allMatch(fault -> !fault.change().isEmpty());
  }

  @Test
  void aFaultIsAHeaderAndWhatReplacesWhat() {
    assertThat(HandMadeFaults.of("""
            # comment

            fault GlobalLockBank MovesNothing transfer: moves nothing
            - return move(from, to, amount);
            + return true;
            """)).singleElement().satisfies(fault -> {
      assertThat(fault.name()).isEqualTo("GlobalLockBank_MovesNothing");
      assertThat(fault.fault()).isEqualTo("moves nothing");
      assertThat(fault.method()).isEqualTo("transfer");
    });
  }

  @Test
  void aLineOfAnotherFormIsRefused() {
    assertThatThrownBy(() -> HandMadeFaults.of("faulty"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("hand-made.txt: not \"fault BANK NAME METHOD: …\", \"- …\" or \"+ …\": faulty");
  }

  @Test
  void anUnknownBankIsRefused() {
    assertThatThrownBy(() -> HandMadeFaults.of("fault NoBank A b: c\n- a\n+ b\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("hand-made.txt: there is no bank NoBank");
  }
}
