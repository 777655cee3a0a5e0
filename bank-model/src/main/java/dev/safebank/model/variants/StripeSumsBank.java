package dev.safebank.model.variants;

import dev.safebank.model.Bank;
import dev.safebank.model.BankArguments;
import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;
import dev.safebank.model.Promise;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Stripes that know their sums, and a gate: a validator adds up {@value #STRIPES} numbers, however
 * many accounts there are.
 *
 * <p><b>Story:</b> accounts are dealt out to stripes, and whoever changes a balance changes the sum
 * of its stripe along with it, holding the stripe. So a validator needs the sums only. But it needs
 * them as of one moment: between withdrawal and deposit the sums of two stripes are as torn as the
 * balances of two accounts. So it closes the gate. A transfer that holds its stripes looks at the
 * gate, and if it is closed lets go of them and waits; a validator that has closed the gate looks
 * at the stripes, and waits until each was free once. They cannot miss each other: the one holds
 * before it looks, the other closes before it looks, so whichever comes second sees the first.
 * Stripes are taken in order, and whoever holds both waits for nobody.
 *
 * <p>It is still the money that is validated, not a constant: the sums change with every transfer
 * between stripes, and added up at the wrong moment they are wrong. What is taken on trust is that
 * a stripe's sum is that of its balances; both are changed in one place, {@code add}.
 *
 * <p>The waits here are for a few memory accesses, so nobody is put to sleep: a thread asks again
 * and again, and yields in between, because the one it waits for may need the very processor. A
 * thread that is interrupted gives up. Neither stripe nor gate can be entered twice by its owner:
 * {@link #transferAndValidate} moves and adds up behind the closed gate, without calling a public
 * method.
 *
 * <p><b>What it guards against:</b> {@link MismatchedLocksBank}, where the one who transfers does
 * not look at what the validator holds. {@link SharedTransfersBank} has the same idea of who
 * excludes whom, but its transfers all write to one shared lock, and its validator reads every
 * account. <b>Its price:</b> a validator holds up all transfers for as long as it adds, and a sum
 * beyond a {@code long} is refused where it arises: when the bank opens, or when money arrives.
 */
@LockingVariant(
    idea = "stripes keep sums, a validator's gate",
    keeps = {
      Promise.CONSERVES_MONEY,
      Promise.CONSISTENT_TOTAL,
      Promise.NEVER_OVERDRAWN,
      Promise.NEVER_DEADLOCKS,
      Promise.RELEASES_LOCKS,
      Promise.UNDOES_FAILED_TRANSFERS,
      Promise.NESTS
    },
    twin = MismatchedLocksBank.class)
public final class StripeSumsBank implements Bank {

  private static final int STRIPES = 64;

  private final AtomicBoolean gateClosed = new AtomicBoolean();
  private final Stripe[] stripes;
  private final long[] balances;
  private final Midway midway;

  /**
   * As {@link dev.safebank.model.BankFactory#open}.
   *
   * @throws ArithmeticException if the balances of one stripe add up to more than a {@code long}
   */
  public StripeSumsBank(long[] openingBalances, Midway midway) {
    this.balances = BankArguments.checkedCopy(openingBalances);
    this.midway = midway;
    this.stripes = new Stripe[Math.min(STRIPES, balances.length)];
    Arrays.setAll(stripes, stripe -> new Stripe());
    for (int account = 0; account < balances.length; account++) {
      Stripe stripe = stripes[account % stripes.length];
      stripe.sum = Math.addExact(stripe.sum, balances[account]);
    }
  }

  /** Some of the accounts: what is held to change them, and the sum of their balances. */
  private static final class Stripe extends AtomicBoolean {
    private long sum;

    /** Nothing but distance: two stripes in one cache line would slow each other down. */
    @SuppressWarnings("unused") // to be there is all they do
    private long gap1, gap2, gap3, gap4, gap5, gap6, gap7, gap8, gap9, gap10, gap11, gap12, gap13;
  }

  @Override
  public boolean transfer(int from, int to, long amount) throws InterruptedException {
    BankArguments.checkTransfer(balances.length, from, to, amount);
    int payer = from % stripes.length;
    int payee = to % stripes.length;
    Stripe first = stripes[Math.min(payer, payee)];
    Stripe second = stripes[Math.max(payer, payee)];
    while (true) {
      seizeBoth(first, second);
      try {
        if (!gateClosed.get()) {
          return move(stripes[payer], from, stripes[payee], to, amount);
        }
      } finally {
        releaseBoth(first, second);
      }
      awaitFree(gateClosed);
    }
  }

  @Override
  public long validate() throws InterruptedException {
    seize(gateClosed);
    try {
      awaitTransfers();
      return total();
    } finally {
      gateClosed.set(false);
    }
  }

  @Override
  public long transferAndValidate(int from, int to, long amount) throws InterruptedException {
    BankArguments.checkTransfer(balances.length, from, to, amount);
    seize(gateClosed);
    try {
      awaitTransfers();
      move(stripes[from % stripes.length], from, stripes[to % stripes.length], to, amount);
      return total();
    } finally {
      gateClosed.set(false);
    }
  }

  /** Returns when every stripe was free once; from then on, whoever holds one sees the gate. */
  private void awaitTransfers() throws InterruptedException {
    for (Stripe stripe : stripes) {
      awaitFree(stripe);
    }
  }

  /** Takes two stripes, in order, or one that is both. */
  private static void seizeBoth(Stripe first, Stripe second) throws InterruptedException {
    seize(first);
    if (second != first) {
      try {
        seize(second);
      } catch (InterruptedException givenUp) {
        first.set(false);
        throw givenUp;
      }
    }
  }

  private static void releaseBoth(Stripe first, Stripe second) {
    first.set(false);
    if (second != first) {
      second.set(false);
    }
  }

  private static void seize(AtomicBoolean held) throws InterruptedException {
    while (!held.compareAndSet(false, true)) {
      giveWay();
    }
  }

  private static void awaitFree(AtomicBoolean held) throws InterruptedException {
    while (held.get()) {
      giveWay();
    }
  }

  @SuppressWarnings("ThreadPriorityCheck") // a yield saves time; nothing relies on it
  private static void giveWay() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("interrupted while waiting for a stripe or the gate");
    }
    Thread.yield();
  }

  @Override
  public long[] balances() {
    return balances.clone();
  }

  /** Moves the money if the funds suffice; takes it back if anything fails on the way. */
  private boolean move(Stripe payer, int from, Stripe payee, int to, long amount)
      throws InterruptedException {
    if (balances[from] < amount) {
      return false;
    }
    add(payer, from, -amount);
    try {
      midway.reached(from, to, amount);
      add(payee, to, amount);
    } catch (Throwable failure) {
      add(payer, from, amount);
      throw failure;
    }
    return true;
  }

  /** Changes a balance and the sum of its stripe; both or neither. */
  private void add(Stripe stripe, int account, long amount) {
    long sum = Math.addExact(stripe.sum, amount);
    balances[account] = Math.addExact(balances[account], amount);
    stripe.sum = sum;
  }

  private long total() {
    long total = 0;
    for (Stripe stripe : stripes) {
      total = Math.addExact(total, stripe.sum);
    }
    return total;
  }
}
