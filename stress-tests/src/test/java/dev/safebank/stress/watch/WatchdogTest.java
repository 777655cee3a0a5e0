package dev.safebank.stress.watch;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class WatchdogTest {

  @Test
  void anInterruptThatIsNotTheWatchdogsHasNoRuling() {
    assertThatThrownBy(Watchdog::ruling)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContainingAll(
            "Thread \"" + Thread.currentThread().getName() + "\"",
            "was interrupted, but not by the watchdog");
  }
}
