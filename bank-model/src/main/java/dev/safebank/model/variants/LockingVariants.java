package dev.safebank.model.variants;

import dev.safebank.model.Bank;
import dev.safebank.model.Catalogue;
import dev.safebank.model.ClaimedPromises;
import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;
import dev.safebank.model.Promise;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All locking variants, in teaching order.
 *
 * <p>To add a variant, add its class to this package and its name to the list below, and run
 * {@code mvn spotless:apply}, because the build checks the format. {@code mvn verify
 * -Dstress.variants=MyBank} then judges it alone. A {@linkplain LockingVariant#twin twin} is
 * optional.
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
  SplitTotalBank.class,
})
public final class LockingVariants {

  private LockingVariants() {}

  /** All variants, in teaching order. */
  public static List<Class<? extends Bank>> all() {
    return List.of(LockingVariants.class.getAnnotation(Catalogue.class).value());
  }

  /**
   * The variant with this simple class name.
   *
   * @throws IllegalArgumentException if there is none; the message lists the known names
   */
  public static Class<? extends Bank> named(String name) {
    return all().stream()
        .filter(variant -> variant.getSimpleName().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(unknown(name)));
  }

  /**
   * What a variant claims. Read the promises by {@link #kept}.
   *
   * @throws IllegalArgumentException if the class is not annotated as a variant, or its annotation
   *     does not give exactly one of {@code keeps} and {@code keepsAllBut}
   */
  public static LockingVariant claims(Class<? extends Bank> variant) {
    LockingVariant claims = variant.getAnnotation(LockingVariant.class);
    if (claims == null) {
      throw new IllegalArgumentException(
          variant.getName() + " claims nothing: annotate it with @LockingVariant");
    }
    ClaimedPromises.of(variant.getName(), claims);
    return claims;
  }

  /**
   * The promises that a variant claims to keep, in their declared order. It admits to breaking all
   * others.
   *
   * @throws IllegalArgumentException as {@link #claims}
   */
  public static Set<Promise> kept(Class<? extends Bank> variant) {
    return ClaimedPromises.of(variant.getName(), claims(variant));
  }

  /**
   * The variant to compare a variant with; empty if it names none.
   *
   * @throws IllegalArgumentException as {@link #claims}
   */
  public static Optional<Class<? extends Bank>> twin(Class<? extends Bank> variant) {
    return Optional.<Class<? extends Bank>>of(claims(variant).twin())
        .filter(twin -> twin != Bank.class);
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
    return "Unknown variant \"" + name + "\". Known: " + String.join(", ", known);
  }
}
