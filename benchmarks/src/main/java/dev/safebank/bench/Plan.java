package dev.safebank.bench;

import dev.safebank.model.Bank;
import dev.safebank.model.Promise;
import dev.safebank.model.variants.LockingVariants;
import dev.safebank.model.variants.UnsafeBank;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which measurements are made.
 *
 * <p>All combinations of variants, threads, accounts, shares of validations and ways of choosing
 * accounts would take days. So there is a middle: {@value #ACCOUNTS} accounts, chosen uniformly,
 * {@value #VALIDATIONS}% validations, a thread on each processor. From there one thing at a time is
 * varied, and only threads and validations together: how a lock scales depends on how long it is
 * held. Variants are measured one after the other under the same conditions, so that whatever
 * drifts on the machine drifts for all of them.
 *
 * <p>Measured are the variants that conserve money, and {@link UnsafeBank} as a bound: the speed of
 * the wrong answer. One that may deadlock is measured on one thread only, where it cannot.
 */
final class Plan {

  private static final int ACCOUNTS = 1024;
  private static final int VALIDATIONS = 1;

  private final List<String> alone;
  private final List<String> together;
  private final int cpus;
  private final List<Measurement> measurements = new ArrayList<>();

  private Plan(List<Class<? extends Bank>> variants, int cpus) {
    this.cpus = cpus;
    this.alone = names(variants.stream()
        .filter(v -> v == UnsafeBank.class || keeps(v, Promise.CONSERVES_MONEY))
        .toList());
    this.together = alone.stream()
        .filter(name -> keeps(LockingVariants.named(name), Promise.NEVER_DEADLOCKS))
        .toList();
  }

  /** Everything that the report shows. */
  static List<Measurement> full(List<Class<? extends Bank>> variants, int cpus) {
    Plan plan = new Plan(variants, cpus);
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

  /** A little of each kind, to see that it runs. */
  static List<Measurement> quick(List<Class<? extends Bank>> variants, int cpus) {
    Plan plan = new Plan(variants, cpus);
    plan.addBaselines();
    plan.addTraffic(cpus, ACCOUNTS, VALIDATIONS);
    plan.addValidate(ACCOUNTS);
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
    measurements.add(Measurement.baseline("uncontendedLock"));
    measurements.add(Measurement.baseline("twoCompareAndSets"));
  }

  private void addTraffic(int threads, int accounts, int validations) {
    for (String variant : threads == 1 ? alone : together) {
      measurements.add(
          Measurement.traffic(variant, threads, accounts, validations, AccountChoice.UNIFORM));
    }
  }

  private void addSkewedTraffic() {
    for (String variant : cpus == 1 ? alone : together) {
      measurements.add(
          Measurement.traffic(variant, cpus, ACCOUNTS, VALIDATIONS, AccountChoice.ZIPF));
    }
  }

  private void addValidate(int accounts) {
    alone.forEach(variant -> measurements.add(Measurement.validate(variant, accounts)));
  }

  private static List<String> names(List<Class<? extends Bank>> variants) {
    return variants.stream().<String>map(Class::getSimpleName).toList();
  }

  private static boolean keeps(Class<? extends Bank> variant, Promise promise) {
    return List.of(LockingVariants.claims(variant).keeps()).contains(promise);
  }
}
