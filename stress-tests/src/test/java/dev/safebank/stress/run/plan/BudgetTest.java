package dev.safebank.stress.run.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BudgetTest {

  @Test
  void aTimeThatSomebodyNamesIsKeptTo() {
    Budget budget = Budget.parse("5m");

    assertThat(budget).isEqualTo(new Budget(Duration.ofMinutes(5), Duration.ZERO));
    assertThat(Budget.parse(budget.written())).isEqualTo(budget);
  }

  @Test
  void theBudgetOfThoseWhoNameNoneGrowsOnASlowMachine() {
    Budget budget = Budget.parse(Budget.AUTO);

    assertThat(budget.time()).isEqualTo(Duration.ofSeconds(200));
    assertThat(budget.overrun()).isPositive();
    assertThat(Budget.parse(budget.written())).isEqualTo(budget);
  }

  @Test
  void anythingElseIsRefused() {
    assertThatThrownBy(() -> Budget.parse("automatic"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
