package dev.safebank.benchmarks.original;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Two threads each hold one lock before either takes the other's. */
abstract class CrossingLocksBank extends ScriptedBank {

  private final Lock[] locks = {new ReentrantLock(), new ReentrantLock()};
  private final AtomicInteger arrivals = new AtomicInteger();
  private final CyclicBarrier bothHoldOne = new CyclicBarrier(2);

  abstract void take(Lock lock) throws InterruptedException;

  @Override
  public boolean transfer(int from, int to, long amount) throws InterruptedException {
    int mine = arrivals.getAndIncrement() % 2;
    take(locks[mine]);
    try {
      bothHoldOne.await();
      take(locks[1 - mine]);
      locks[1 - mine].unlock();
      return true;
    } catch (BrokenBarrierException broken) {
      throw new IllegalStateException(broken);
    } finally {
      locks[mine].unlock();
    }
  }
}
