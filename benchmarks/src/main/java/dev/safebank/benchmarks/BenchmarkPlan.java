package dev.safebank.benchmarks;

import dev.safebank.evidence.cost.BenchmarkResult;
import dev.safebank.model.Bank;
import dev.safebank.model.Promise;
import dev.safebank.model.variants.GlobalLockBank;
import dev.safebank.model.variants.LockingVariants;
import dev.safebank.model.variants.OrderedLocksBank;
import dev.safebank.model.variants.SplitTotalBank;
import dev.safebank.model.variants.UnsafeBank;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The list of measurements of a run.
 *
 * <p>All combinations of variants, threads, accounts, shares of validations and distributions would
 * take days. So there is a standard case: {@value #ACCOUNTS} accounts, chosen uniformly,
 * {@value #VALIDATIONS}% validations, a thread for each processor. From it one parameter at a time
 * is varied, and only threads and validations together, because how a lock scales depends on how
 * long it is held. The variants are measured one after the other with the same parameters, so that
 * a drift of the machine's speed affects them alike.
 *
 * <p>Measured are the variants that conserve money, and {@link UnsafeBank} as a bound: the speed
 * without any lock. A variant that may deadlock is measured on one thread only, where it cannot.
 */
final class BenchmarkPlan {

  static final int ACCOUNTS = 1024;
  static final int VALIDATIONS = 1;

  /** The bound, the baseline, account locks, and the fastest design that claims everything. */
  private static final Set<Class<? extends Bank>> INDICATIVE =
      Set.of(UnsafeBank.class, GlobalLockBank.class, OrderedLocksBank.class, SplitTotalBank.class);

  private final List<String> onOneThread;
  private final List<String> onManyThreads;
  private final int cpus;
  private final List<Measurement> measurements = new ArrayList<>();

  private BenchmarkPlan(List<Class<? extends Bank>> variants, int cpus) {
    this.cpus = cpus;
    this.onOneThread = names(variants.stream()
        .filter(v -> v == UnsafeBank.class || keeps(v, Promise.CONSERVES_MONEY))
        .toList());
    this.onManyThreads = onOneThread.stream()
        .filter(name -> keeps(LockingVariants.named(name), Promise.NEVER_DEADLOCKS))
        .toList();
  }

  /** All measurements that the report shows. */
  static List<Measurement> full(List<Class<? extends Bank>> variants, int cpus) {
    BenchmarkPlan plan = new BenchmarkPlan(variants, cpus);
    plan.addBaselines();
    for (int validations : new int[] {0, 1, 10, 50}) {
      plan.threads().forEach(threads -> plan.addTraffic(threads, ACCOUNTS, validations));
    }
    for (int accounts : new int[] {2, 6, 64, 65_536}) {
      plan.addTraffic(cpus, accounts, VALIDATIONS);
    }
    plan.addSkewedTraffic();
    for (int accounts : new int[] {2, 6, 64, ACCOUNTS, 65_536}) {
      plan.addValidate(accounts);
    }
    return plan.measurements;
  }

  /** One measurement of each kind, to see that it runs. */
  static List<Measurement> quick(List<Class<? extends Bank>> variants, int cpus) {
    BenchmarkPlan plan = new BenchmarkPlan(variants, cpus);
    plan.addBaselines();
    plan.addTraffic(cpus, ACCOUNTS, VALIDATIONS);
    plan.addValidate(ACCOUNTS);
    return plan.measurements;
  }

  /** What answers the report's questions of a few variants; what matters most comes first. */
  static List<Measurement> indicative(List<Class<? extends Bank>> variants, int cpus) {
    BenchmarkPlan plan =
        new BenchmarkPlan(variants.stream().filter(INDICATIVE::contains).toList(), cpus);
    plan.measurements.add(Measurement.baseline(BenchmarkResult.UNCONTENDED_LOCK));
    IntStream.of(1, cpus)
        .distinct()
        .forEach(threads -> plan.addTraffic(threads, ACCOUNTS, VALIDATIONS));
    plan.addTraffic(cpus, ACCOUNTS, 0);
    plan.addTraffic(cpus, ACCOUNTS, 10);
    plan.addTraffic(cpus, 65_536, VALIDATIONS);
    plan.addValidate(ACCOUNTS);
    plan.addTraffic(cpus, 64, VALIDATIONS);
    return plan.measurements;
  }

  /** 1, 2, 4 and so on up to the number of processors, and that number itself. */
  private List<Integer> threads() {
    return IntStream.concat(
            IntStream.iterate(1, threads -> threads < cpus, threads -> 2 * threads),
            IntStream.of(cpus))
        .boxed()
        .toList();
  }

  private void addBaselines() {
    measurements.add(Measurement.baseline(BenchmarkResult.UNCONTENDED_LOCK));
    measurements.add(Measurement.baseline(BenchmarkResult.TWO_COMPARE_AND_SETS));
  }

  private void addTraffic(int threads, int accounts, int validations) {
    for (String variant : threads == 1 ? onOneThread : onManyThreads) {
      measurements.add(Measurement.traffic(
          variant, threads, accounts, validations, AccountDistribution.UNIFORM));
    }
  }

  private void addSkewedTraffic() {
    for (String variant : cpus == 1 ? onOneThread : onManyThreads) {
      measurements.add(
          Measurement.traffic(variant, cpus, ACCOUNTS, VALIDATIONS, AccountDistribution.ZIPF));
    }
  }

  private void addValidate(int accounts) {
    onOneThread.forEach(variant -> measurements.add(Measurement.validate(variant, accounts)));
  }

  private static List<String> names(List<Class<? extends Bank>> variants) {
    return variants.stream().<String>map(Class::getSimpleName).toList();
  }

  private static boolean keeps(Class<? extends Bank> variant, Promise promise) {
    return LockingVariants.kept(variant).contains(promise);
  }
}
