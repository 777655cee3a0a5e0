package dev.safebank.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.model.Promise;
import dev.safebank.model.variants.LockingVariants;
import dev.safebank.model.variants.UnsafeBank;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

final class BenchmarkPlanTest {

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
            || LockingVariants.kept(variant).containsAll(List.of(promises)))
        .map(Class::getSimpleName)
        .collect(Collectors.toSet());
  }

  @Test
  void everyVariantThatConservesMoneyIsMeasuredOnOneThread() {
    assertThat(variantsIn(BenchmarkPlan.full(LockingVariants.all(), 2), 1))
        .isEqualTo(variantsKeeping(Promise.CONSERVES_MONEY))
        .contains("UnsafeBank", "AccountLocksBank")
        .doesNotContain("VolatileBank");
  }

  @Test
  void thoseThatMayDeadlockAreNotMeasuredOnMoreThreads() {
    assertThat(variantsIn(BenchmarkPlan.full(LockingVariants.all(), 2), 2))
        .isEqualTo(variantsKeeping(Promise.CONSERVES_MONEY, Promise.NEVER_DEADLOCKS))
        .doesNotContain("AccountLocksBank");
  }

  @Test
  void theQuickPlanIsPartOfTheFullOne() {
    assertThat(BenchmarkPlan.full(LockingVariants.all(), 4))
        .doesNotHaveDuplicates()
        .containsAll(BenchmarkPlan.quick(LockingVariants.all(), 4));
  }

  @Test
  void theIndicativePlanIsAPartOfTheFullOneThatTakesLessThanAMinuteOnTwoProcessors() {
    List<Measurement> indicative = BenchmarkPlan.indicative(LockingVariants.all(), 2);
    assertThat(BenchmarkPlan.full(LockingVariants.all(), 2)).containsAll(indicative);
    assertThat(indicative).doesNotHaveDuplicates();
    assertThat(MeasurementSettings.INDICATIVE.each().multipliedBy(indicative.size()))
        .isLessThan(Duration.ofMinutes(1));
  }

  @Test
  void theIndicativePlanBeginsWithWhatTheLockCosts() {
    assertThat(BenchmarkPlan.indicative(LockingVariants.all(), 2).subList(0, 3))
        .extracting(Measurement::toString)
        .containsExactly(
            "BaselineBenchmark.uncontendedLock threads=1",
            "BankBenchmark.traffic threads=1 accounts=1024 distribution=UNIFORM validations=1"
                + " variant=UnsafeBank",
            "BankBenchmark.traffic threads=1 accounts=1024 distribution=UNIFORM validations=1"
                + " variant=GlobalLockBank");
    assertThat(BenchmarkPlan.indicative(LockingVariants.all(), 1)).doesNotHaveDuplicates();
  }

  @Test
  void threadsDoubleUpToTheNumberOfProcessors() {
    assertThat(BenchmarkPlan.full(LockingVariants.all(), 6).stream()
            .map(Measurement::threads)
            .distinct())
        .containsExactlyInAnyOrder(1, 2, 4, 6);
    assertThat(BenchmarkPlan.full(LockingVariants.all(), 1).stream()
            .map(Measurement::threads)
            .distinct())
        .containsExactly(1);
  }

  @Test
  void theBaselinesAreMeasuredInTheSameRun() {
    assertThat(BenchmarkPlan.quick(List.of(UnsafeBank.class), 2))
        .extracting(Measurement::toString)
        .containsExactly(
            "BaselineBenchmark.uncontendedLock threads=1",
            "BaselineBenchmark.twoCompareAndSets threads=1",
            "BankBenchmark.traffic threads=2 accounts=1024 distribution=UNIFORM"
                + " validations=1 variant=UnsafeBank",
            "BankBenchmark.validate threads=1 accounts=1024 variant=UnsafeBank");
  }

  @Test
  void aMeasurementTakesItsIterationsAndItsForksStart() {
    assertThat(new MeasurementSettings(2, 1, 3, Duration.ofMillis(100)).each())
        .isEqualTo(Duration.ofMillis(2 * (1000 + 400)));
  }

  @Test
  void onTwoProcessorsTheQuickPlanTakesLessThanTwoMinutesAndTheFullOneLessThanAnHour() {
    int quick = BenchmarkPlan.quick(LockingVariants.all(), 2).size();
    int full = BenchmarkPlan.full(LockingVariants.all(), 2).size();
    assertThat(MeasurementSettings.QUICK.each().multipliedBy(quick))
        .isLessThan(Duration.ofMinutes(2));
    assertThat(MeasurementSettings.FULL.each().multipliedBy(full)).isLessThan(Duration.ofHours(1));
  }

  @Test
  void everyMeasurementNamesABenchmarkAndAllItsParameters() throws ReflectiveOperationException {
    for (Measurement measurement : BenchmarkPlan.quick(List.of(UnsafeBank.class), 2)) {
      String[] names = measurement.benchmark().split("\\.", 2);
      Method benchmark = Stream.of(
              Class.forName(getClass().getPackageName() + "." + names[0]).getMethods())
          .filter(method -> method.getName().equals(names[1]))
          .findFirst()
          .orElseThrow();
      assertThat(benchmark.isAnnotationPresent(Benchmark.class)).isTrue();
      assertThat(Stream.of(benchmark.getParameterTypes())
              .flatMap(state -> Stream.of(state.getFields()))
              .filter(field -> field.isAnnotationPresent(Param.class))
              .map(Field::getName))
          .containsExactlyInAnyOrderElementsOf(measurement.parameters().keySet());
    }
  }
}
