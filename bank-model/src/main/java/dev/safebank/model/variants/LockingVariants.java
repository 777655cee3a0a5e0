package dev.safebank.model.variants;

import dev.safebank.model.Bank;
import dev.safebank.model.Catalogue;
import dev.safebank.model.DidYouMean;
import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;
import java.lang.reflect.InvocationTargetException;
import java.util.List;

/**
 * All locking variants, in teaching order. Adding a variant is adding its class, and its name here.
 */
@Catalogue({
  UnsafeBank.class,
  VolatileBank.class,
  AtomicBalancesBank.class,
  LeakyGlobalLockBank.class,
  GlobalLockBank.class,
  SynchronizedBank.class,
  NonReentrantLockBank.class,
  NoRollbackBank.class,
  CheckOutsideLockBank.class,
  MissedLockBank.class,
  AccountLocksBank.class,
  MismatchedLocksBank.class,
  MixedOrderBank.class,
  OrderedLocksBank.class,
  HashTieBank.class,
  HashOrderedBank.class,
  ReadWriteLockBank.class,
  LockUpgradeBank.class,
  SharedTransfersBank.class,
  OptimisticBank.class,
  UnvalidatedOptimisticBank.class,
  BackoffBank.class,
  StripedLocksBank.class,
  SnapshotBank.class,
  SeqLockBank.class,
  SplitTotalBank.class
})
public final class LockingVariants {

  private LockingVariants() {}

  /** All variants, each once, in teaching order. */
  public static List<Class<? extends Bank>> all() {
    return List.of(LockingVariants.class.getAnnotation(Catalogue.class).value());
  }

  /**
   * The variant with this simple class name.
   *
   * @throws IllegalArgumentException if there is none; the message lists those that there are
   */
  public static Class<? extends Bank> named(String name) {
    return all().stream()
        .filter(variant -> variant.getSimpleName().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(unknown(name)));
  }

  /**
   * What a variant claims.
   *
   * @throws IllegalArgumentException if the class is not annotated as a variant
   */
  public static LockingVariant claims(Class<? extends Bank> variant) {
    LockingVariant claims = variant.getAnnotation(LockingVariant.class);
    if (claims == null) {
      throw new IllegalArgumentException(
          variant.getName() + " claims nothing: annotate it with @LockingVariant");
    }
    return claims;
  }

  /**
   * Opens a bank of this variant, as its constructor does.
   *
   * @throws IllegalArgumentException if an opening balance is negative, or the variant has no
   *     public constructor that takes the opening balances and a {@link Midway}
   */
  public static Bank open(Class<? extends Bank> variant, long[] openingBalances, Midway midway) {
    try {
      return variant
          .getConstructor(long[].class, Midway.class)
          .newInstance(openingBalances, midway);
    } catch (InvocationTargetException failure) {
      if (failure.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalArgumentException(
          variant.getName() + " cannot be opened", failure.getCause());
    } catch (ReflectiveOperationException failure) {
      throw new IllegalArgumentException(
          variant.getName()
              + " cannot be opened: it needs a public constructor (long[] openingBalances, Midway midway)",
          failure);
    }
  }

  private static String unknown(String name) {
    List<String> known = all().stream().map(Class::getSimpleName).toList();
    String guess =
        DidYouMean.closest(name, known).map(n -> " Did you mean " + n + "?").orElse("");
    return "Unknown variant \"" + name + "\"." + guess + " Known: " + String.join(", ", known);
  }
}
