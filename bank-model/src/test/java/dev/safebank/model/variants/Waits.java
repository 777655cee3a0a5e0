package dev.safebank.model.variants;

import static dev.safebank.model.variants.Waits.Wait.BLOCKED;
import static dev.safebank.model.variants.Waits.Wait.MAY_SPIN;
import static dev.safebank.model.variants.Waits.Wait.PARKED;
import static dev.safebank.model.variants.Waits.Wait.PASSES;
import static dev.safebank.model.variants.Waits.Wait.SPINS;
import static dev.safebank.model.variants.Waits.Wait.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.model.Bank;
import java.util.List;

/**
 * How calls to a variant wait for a transfer A→B that is paused midway. A variant without a row in
 * the table takes part only in the tests that do not depend on how its calls wait.
 *
 * @param related how a transfer A→C waits
 * @param unrelated how a transfer C→D waits
 * @param validate how a validator waits
 * @param nested how a transfer and validation C→D waits
 * @param total the total that a validator reads during A→B 50 if it does not wait, in a bank of 400
 */
record Waits(
    Class<? extends Bank> variant,
    Wait related,
    Wait unrelated,
    Wait validate,
    Wait nested,
    long total) {

  /** How one call waits. */
  enum Wait {
    /** Not at all. */
    PASSES,
    /** For a {@code java.util.concurrent} lock. */
    PARKED,
    /** For a monitor. */
    BLOCKED,
    /** By polling. */
    SPINS,
    /** By polling or not at all, depending on the hash codes of the threads. */
    MAY_SPIN,
    /** In a way that no row describes. */
    UNKNOWN;

    /** How often an actor that waits in an unknown way is polled. */
    private static final int POLLS = 100_000;

    /** Returns when the actor waits like this, or has ended. */
    void settle(Actor<?> actor) throws Exception {
      switch (this) {
        case PASSES -> actor.result();
        case PARKED -> assertThat(actor.awaitWaiting()).isEqualTo(Thread.State.WAITING);
        case BLOCKED -> assertThat(actor.awaitWaiting()).isEqualTo(Thread.State.BLOCKED);
        case SPINS, MAY_SPIN -> {} // cannot be told from a running thread
        case UNKNOWN -> actor.awaitWaitingOrEnd(POLLS);
      }
    }
  }

  static final List<Waits> TABLE = List.of(
      // variant, A→C, C→D, validate, nested, total
      new Waits(UnsafeBank.class, PASSES, PASSES, PASSES, PASSES, 350),
      new Waits(VolatileBank.class, PASSES, PASSES, PASSES, PASSES, 350),
      new Waits(AtomicBalancesBank.class, PASSES, PASSES, PASSES, PASSES, 350),
      new Waits(LeakyGlobalLockBank.class, PARKED, PARKED, PARKED, PARKED, 400),
      new Waits(GlobalLockBank.class, PARKED, PARKED, PARKED, PARKED, 400),
      new Waits(SynchronizedBank.class, BLOCKED, BLOCKED, BLOCKED, BLOCKED, 400),
      new Waits(NonReentrantLockBank.class, PARKED, PARKED, PARKED, PARKED, 400),
      new Waits(NoRollbackBank.class, PARKED, PARKED, PARKED, PARKED, 400),
      new Waits(CheckOutsideLockBank.class, PARKED, PARKED, PARKED, PARKED, 400),
      new Waits(MissedLockBank.class, PARKED, PARKED, PASSES, PARKED, 350),
      new Waits(AccountLocksBank.class, PARKED, PASSES, PARKED, PARKED, 400),
      new Waits(MismatchedLocksBank.class, PARKED, PASSES, PASSES, PASSES, 350),
      new Waits(MixedOrderBank.class, PARKED, PASSES, PARKED, PARKED, 400),
      new Waits(OrderedLocksBank.class, PARKED, PASSES, PARKED, PARKED, 400),
      new Waits(HashTieBank.class, PARKED, PASSES, PARKED, PARKED, 400),
      new Waits(HashOrderedBank.class, PARKED, PARKED, PARKED, PARKED, 400),
      new Waits(ReadWriteLockBank.class, PARKED, PARKED, PARKED, PARKED, 400),
      new Waits(LockUpgradeBank.class, PARKED, PARKED, PARKED, PARKED, 400),
      new Waits(SharedTransfersBank.class, PARKED, PASSES, PARKED, PARKED, 400),
      new Waits(OptimisticBank.class, PARKED, PARKED, PARKED, PARKED, 400),
      new Waits(UnvalidatedOptimisticBank.class, PARKED, PARKED, PARKED, PARKED, 400),
      new Waits(BackoffBank.class, SPINS, PASSES, SPINS, SPINS, 400),
      new Waits(StripedLocksBank.class, PARKED, PARKED, PARKED, PARKED, 400),
      new Waits(SnapshotBank.class, PASSES, PASSES, PASSES, PASSES, 400),
      new Waits(SeqLockBank.class, PARKED, PARKED, SPINS, PARKED, 400),
      new Waits(SplitTotalBank.class, SPINS, MAY_SPIN, SPINS, SPINS, 400));

  /** The variant's row; unknown waits and the correct total for a variant without one. */
  static Waits of(Class<? extends Bank> variant) {
    return TABLE.stream()
        .filter(waits -> waits.variant == variant)
        .findFirst()
        .orElse(new Waits(variant, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, 400));
  }

  /** Whether the variant has a row. */
  static boolean describes(Class<? extends Bank> variant) {
    return TABLE.stream().anyMatch(waits -> waits.variant == variant);
  }

  @Override
  public String toString() {
    return variant.getSimpleName();
  }
}
