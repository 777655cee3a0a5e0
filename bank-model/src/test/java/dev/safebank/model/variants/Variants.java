package dev.safebank.model.variants;

import dev.safebank.model.Bank;
import dev.safebank.model.Midway;
import dev.safebank.model.Promise;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;

/** The variants as parameters of tests, by name, and the bank that most tests open. */
final class Variants {

  static final int A = 0;
  static final int B = 1;
  static final int C = 2;
  static final int D = 3;

  private Variants() {}

  static Stream<Named<Class<? extends Bank>>> all() {
    return LockingVariants.all().stream()
        .map(variant -> Named.of(variant.getSimpleName(), variant));
  }

  static Stream<Named<Class<? extends Bank>>> neverDeadlocking() {
    return predictable().filter(variant -> keeps(variant.getPayload(), Promise.NEVER_DEADLOCKS));
  }

  static Stream<Named<Class<? extends Bank>>> neverOverdrawn() {
    return predictable().filter(variant -> keeps(variant.getPayload(), Promise.NEVER_OVERDRAWN));
  }

  static Stream<Named<Class<? extends Bank>>> nesting() {
    return predictable().filter(variant -> keeps(variant.getPayload(), Promise.NESTS));
  }

  static Stream<Named<Class<? extends Bank>>> notNesting() {
    return predictable().filter(variant -> !keeps(variant.getPayload(), Promise.NESTS));
  }

  /**
   * Those whose behaviour under concurrency a test can predict: variants with a row in
   * {@link Waits}, and others that keep all promises. How the fault of any other variant shows is
   * left to the harness.
   */
  static Stream<Named<Class<? extends Bank>>> predictable() {
    return all()
        .filter(variant -> Waits.describes(variant.getPayload())
            || LockingVariants.kept(variant.getPayload()).size() == Promise.values().length);
  }

  static boolean keeps(Class<? extends Bank> variant, Promise promise) {
    return LockingVariants.kept(variant).contains(promise);
  }

  /** Accounts A, B, C and D of 100 each. */
  static Bank open(Class<? extends Bank> variant, Midway midway) {
    return LockingVariants.open(variant, new long[] {100, 100, 100, 100}, midway);
  }
}
