package dev.safebank.stress.lincheck;

import dev.safebank.model.Bank;
import dev.safebank.model.BankFactory;
import dev.safebank.model.Midway;
import dev.safebank.model.variants.AtomicBalancesBank;
import dev.safebank.model.variants.CheckOutsideLockBank;
import dev.safebank.model.variants.GlobalLockBank;
import dev.safebank.model.variants.SnapshotBank;
import dev.safebank.model.variants.SynchronizedBank;
import dev.safebank.model.variants.UnsafeBank;
import dev.safebank.model.variants.VolatileBank;
import java.util.Arrays;

/**
 * What the cells of CrossingTransfers do, in the form that Lincheck takes: an operation for each
 * actor, and one for the arbiter.
 */
public abstract class CrossingUnderLincheck {

  private final Bank bank;

  CrossingUnderLincheck(BankFactory factory) {
    this.bank = factory.open(new long[] {100, 100}, Midway.NOTHING);
  }

  /** The first actor: its status. */
  public String transferForth() throws InterruptedException {
    return bank.transfer(0, 1, 50) ? "MOVED" : "REFUSED";
  }

  /** The second actor: its status. */
  public String transferBack() throws InterruptedException {
    return bank.transfer(1, 0, 30) ? "MOVED" : "REFUSED";
  }

  /** The arbiter: the final total. */
  public long total() {
    return Arrays.stream(bank.balances()).sum();
  }

  /** {@link UnsafeBank}. */
  public static class Unsafe extends CrossingUnderLincheck {
    public Unsafe() {
      super(UnsafeBank::new);
    }
  }

  /** {@link VolatileBank}. */
  public static class Volatile extends CrossingUnderLincheck {
    public Volatile() {
      super(VolatileBank::new);
    }
  }

  /** {@link AtomicBalancesBank}. */
  public static class Atomic extends CrossingUnderLincheck {
    public Atomic() {
      super(AtomicBalancesBank::new);
    }
  }

  /** {@link SnapshotBank}. */
  public static class Snapshot extends CrossingUnderLincheck {
    public Snapshot() {
      super(SnapshotBank::new);
    }
  }

  /** {@link SynchronizedBank}. */
  public static class Synchronized extends CrossingUnderLincheck {
    public Synchronized() {
      super(SynchronizedBank::new);
    }
  }

  /** {@link CheckOutsideLockBank}. */
  public static class CheckOutside extends CrossingUnderLincheck {
    public CheckOutside() {
      super(CheckOutsideLockBank::new);
    }
  }

  /** {@link GlobalLockBank}. */
  public static class GlobalLock extends CrossingUnderLincheck {
    public GlobalLock() {
      super(GlobalLockBank::new);
    }
  }
}
