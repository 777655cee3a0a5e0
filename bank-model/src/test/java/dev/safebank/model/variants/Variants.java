package dev.safebank.model.variants;

import dev.safebank.model.Bank;
import dev.safebank.model.Midway;
import dev.safebank.model.Promise;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;

/** The variants as parameters of tests, by name; and the bank that most tests open. */
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

  static Stream<Named<Class<? extends Bank>>> neverOverdrawn() {
    return all().filter(variant -> keeps(variant.getPayload(), Promise.NEVER_OVERDRAWN));
  }

  static Stream<Named<Class<? extends Bank>>> nesting() {
    return all().filter(variant -> keeps(variant.getPayload(), Promise.NESTS));
  }

  static Stream<Named<Class<? extends Bank>>> notNesting() {
    return all().filter(variant -> !keeps(variant.getPayload(), Promise.NESTS));
  }

  static boolean keeps(Class<? extends Bank> variant, Promise promise) {
    return List.of(LockingVariants.claims(variant).keeps()).contains(promise);
  }

  /** Accounts A, B, C and D of 100 each. */
  static Bank open(Class<? extends Bank> variant, Midway midway) {
    return LockingVariants.open(variant, new long[] {100, 100, 100, 100}, midway);
  }
}
