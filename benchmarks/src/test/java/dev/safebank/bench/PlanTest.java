package dev.safebank.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.model.Promise;
import dev.safebank.model.variants.LockingVariants;
import dev.safebank.model.variants.UnsafeBank;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class PlanTest {

  private static Set<String> variantsIn(List<Measurement> plan, int threads) {
    return plan.stream()
        .filter(measurement -> measurement.threads() == threads)
        .map(measurement -> measurement.parameters().get("variant"))
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  private static Set<String> variantsKeeping(Promise... promises) {
    return LockingVariants.all().stream()
        .filter(variant -> variant == UnsafeBank.class
            || List.of(LockingVariants.claims(variant).keeps()).containsAll(List.of(promises)))
        .map(Class::getSimpleName)
        .collect(Collectors.toSet());
  }

  @Test
  void everyVariantThatConservesMoneyIsMeasuredOnOneThread() {
    assertThat(variantsIn(Plan.full(LockingVariants.all(), 2), 1))
        .isEqualTo(variantsKeeping(Promise.CONSERVES_MONEY))
        .contains("UnsafeBank", "AccountLocksBank")
        .doesNotContain("VolatileBank");
  }

  @Test
  void thoseThatMayDeadlockAreNotMeasuredOnMoreThreads() {
    assertThat(variantsIn(Plan.full(LockingVariants.all(), 2), 2))
        .isEqualTo(variantsKeeping(Promise.CONSERVES_MONEY, Promise.NEVER_DEADLOCKS))
        .doesNotContain("AccountLocksBank");
  }

  @Test
  void theQuickPlanIsPartOfTheFullOne() {
    assertThat(Plan.full(LockingVariants.all(), 4))
        .doesNotHaveDuplicates()
        .containsAll(Plan.quick(LockingVariants.all(), 4));
  }

  @Test
  void threadsDoubleUpToTheNumberOfProcessors() {
    assertThat(Plan.full(LockingVariants.all(), 6).stream()
            .map(Measurement::threads)
            .distinct())
        .containsExactlyInAnyOrder(1, 2, 4, 6);
    assertThat(Plan.full(LockingVariants.all(), 1).stream()
            .map(Measurement::threads)
            .distinct())
        .containsExactly(1);
  }

  @Test
  void theBaselinesAreMeasuredInTheSameRun() {
    assertThat(Plan.quick(List.of(UnsafeBank.class), 2))
        .extracting(Measurement::toString)
        .containsExactly(
            "BaselineBenchmark.uncontendedLock threads=1",
            "BaselineBenchmark.twoCompareAndSets threads=1",
            "BankBenchmark.traffic threads=2 accounts=1024 choice=UNIFORM validations=1"
                + " variant=UnsafeBank",
            "BankBenchmark.validate threads=1 accounts=1024 variant=UnsafeBank");
  }

  @Test
  void aMeasurementTakesItsIterationsAndItsForksStart() {
    assertThat(new Effort(2, 1, 3, Duration.ofMillis(100)).each())
        .isEqualTo(Duration.ofMillis(2 * (1000 + 400)));
  }

  @Test
  void onTwoProcessorsTheQuickPlanTakesLessThanTwoMinutesAndTheFullOneLessThanAnHour() {
    int quick = Plan.quick(LockingVariants.all(), 2).size();
    int full = Plan.full(LockingVariants.all(), 2).size();
    assertThat(Effort.QUICK.each().multipliedBy(quick)).isLessThan(Duration.ofMinutes(2));
    assertThat(Effort.FULL.each().multipliedBy(full)).isLessThan(Duration.ofHours(1));
  }
}
