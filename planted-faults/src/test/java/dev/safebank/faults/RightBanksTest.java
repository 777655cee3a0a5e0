package dev.safebank.faults;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.safebank.model.Bank;
import dev.safebank.model.Promise;
import dev.safebank.model.contract.ContractCheck;
import dev.safebank.model.variants.LockingVariants;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("slow")
class RightBanksTest {

  static List<Class<? extends Bank>> eachKeepsTheContract() {
    return RightBanks.all();
  }

  @ParameterizedTest
  @MethodSource
  void eachKeepsTheContract(Class<? extends Bank> bank) {
    ContractCheck check = new ContractCheck(
        (opening, midway) -> LockingVariants.open(bank, opening, midway),
        EnumSet.allOf(Promise.class),
        Duration.ofSeconds(20));
    assertThatCode(() -> {
          check.singleCalls();
          check.sequencesOfThreeCalls();
          check.largeBank();
          check.openingBalances();
          check.independentBanks();
          check.failuresOfTheHook();
          check.callsOfInterruptedThreads();
          check.interruptedWaits();
        })
        .doesNotThrowAnyException();
  }
}
