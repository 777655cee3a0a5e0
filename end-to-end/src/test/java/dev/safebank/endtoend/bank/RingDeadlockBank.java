package dev.safebank.endtoend.bank;

import dev.safebank.model.BankArguments;
import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;

/** Takes the locks of two accounts clockwise: a ring of three transfers waits forever. */
@LockingVariant(
    idea = "locks clockwise",
    keepsAllBut = {})
public final class RingDeadlockBank extends OneLockBank {

  private final ReentrantReadWriteLock transfers = new ReentrantReadWriteLock();
  private final Object[] locks;

  public RingDeadlockBank(long[] openingBalances, Midway midway) {
    super(openingBalances, midway);
    this.locks = Stream.generate(Object::new).limit(openingBalances.length).toArray();
  }

  @Override
  public boolean transfer(int from, int to, long amount) throws InterruptedException {
    BankArguments.checkTransfer(balances.length, from, to, amount);
    boolean wrapsAround = Math.abs(from - to) == balances.length - 1 && balances.length > 2;
    int first = wrapsAround ? Math.max(from, to) : Math.min(from, to);
    int second = from + to - first;
    transfers.readLock().lockInterruptibly();
    try {
      synchronized (locks[first]) {
        synchronized (locks[second]) {
          if (balances[from] < amount) {
            return false;
          }
          move(from, to, amount);
          return true;
        }
      }
    } finally {
      transfers.readLock().unlock();
    }
  }

  @Override
  public long validate() throws InterruptedException {
    transfers.writeLock().lockInterruptibly();
    try {
      return total();
    } finally {
      transfers.writeLock().unlock();
    }
  }

  @Override
  public long transferAndValidate(int from, int to, long amount) throws InterruptedException {
    transfer(from, to, amount);
    return validate();
  }
}
