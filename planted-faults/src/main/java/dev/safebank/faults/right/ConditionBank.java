package dev.safebank.faults.right;

import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** A flag that a lock guards; who finds it set awaits a condition. */
@LockingVariant(
    idea = "a flag and a condition",
    keepsAllBut = {})
public final class ConditionBank extends MutualExclusionBank {

  private final Lock lock = new ReentrantLock();
  private final Condition free = lock.newCondition();
  private boolean occupied;

  public ConditionBank(long[] openingBalances, Midway midway) {
    super(openingBalances, midway);
  }

  @Override
  protected void enter() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (occupied) {
        free.await();
      }
      occupied = true;
    } finally {
      lock.unlock();
    }
  }

  @Override
  protected void leave() {
    lock.lock();
    try {
      occupied = false;
      free.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
