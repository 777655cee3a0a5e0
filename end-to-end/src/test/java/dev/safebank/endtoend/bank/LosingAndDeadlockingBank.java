package dev.safebank.endtoend.bank;

import dev.safebank.model.BankArguments;
import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;
import dev.safebank.model.Promise;
import java.util.stream.Stream;

/** Loses a cent of each transfer, and admits that it deadlocks. */
@LockingVariant(idea = "from's lock, then to's", keepsAllBut = Promise.NEVER_DEADLOCKS)
public final class LosingAndDeadlockingBank extends OneLockBank {

  private final Object[] locks;

  public LosingAndDeadlockingBank(long[] openingBalances, Midway midway) {
    super(openingBalances, midway);
    this.locks = Stream.generate(Object::new).limit(openingBalances.length).toArray();
  }

  @Override
  public boolean transfer(int from, int to, long amount) throws InterruptedException {
    BankArguments.checkTransfer(balances.length, from, to, amount);
    synchronized (locks[from]) {
      synchronized (locks[to]) {
        if (balances[from] < amount) {
          return false;
        }
        move(from, to, amount);
        balances[to]--;
        return true;
      }
    }
  }

  @Override
  public long validate() {
    return total(0);
  }

  private long total(int first) {
    if (first == locks.length) {
      return total();
    }
    synchronized (locks[first]) {
      return total(first + 1);
    }
  }

  @Override
  public long transferAndValidate(int from, int to, long amount) throws InterruptedException {
    transfer(from, to, amount);
    return validate();
  }
}
