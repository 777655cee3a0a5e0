package dev.safebank.model.contract;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** Banks that go wrong when a caller is interrupted. */
final class FaultyInterrupts {

  private FaultyInterrupts() {}

  static final List<Faulty> ALL = List.of(
      new Faulty(
          "clears the interrupt status",
          (opening, midway) -> new SimpleBank(opening, midway) {
            @Override
            void acquire() {
              Thread.interrupted();
              lock.lock();
            }
          },
          ContractCheck::callsOfInterruptedThreads,
          "validate() by an interrupted thread on [100, 100, 100]: specified 300 and [100, 100, 100]"
              + " with the interrupt status set, or InterruptedException and [100, 100, 100] with the"
              + " interrupt status cleared, the bank gave 300 and [100, 100, 100] with the interrupt"
              + " status cleared"),
      new Faulty(
          "throws when interrupted, and leaves the status set",
          (opening, midway) -> new SimpleBank(opening, midway) {
            @Override
            void acquire() throws InterruptedException {
              if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedException();
              }
              lock.lock();
            }
          },
          ContractCheck::callsOfInterruptedThreads,
          "the bank gave InterruptedException and [100, 100, 100] with the interrupt status set"),
      new Faulty(
          "moves the money, then throws when interrupted",
          (opening, midway) -> new SimpleBank(opening, midway) {
            @Override
            void acquire() {
              lock.lock();
            }

            @Override
            boolean move(int from, int to, long amount) throws InterruptedException {
              super.move(from, to, amount);
              if (Thread.interrupted()) {
                throw new InterruptedException();
              }
              return true;
            }
          },
          ContractCheck::callsOfInterruptedThreads,
          "transfer(0, 1, 1) by an interrupted thread on [100, 100, 100]: specified true and [99,"
              + " 101, 100] with the interrupt status set, or InterruptedException and [100, 100, 100]"
              + " with the interrupt status cleared, the bank gave InterruptedException and [99, 101,"
              + " 100] with the interrupt status cleared"),
      new Faulty(
          "interrupts its caller",
          (opening, midway) -> new SimpleBank(opening, midway) {
            @Override
            void reachMidway(int from, int to, long amount) throws InterruptedException {
              super.reachMidway(from, to, amount);
              Thread.currentThread().interrupt();
            }
          },
          ContractCheck::singleCalls,
          "transfer(0, 0, 1) on [100, 100, 100]: specified true and [100, 100, 100], the bank gave"
              + " true and [100, 100, 100] with the interrupt status set"),
      new Faulty(
          "clears the interrupt status after a wait",
          (opening, midway) -> new SimpleBank(opening, midway) {
            @Override
            void acquire() throws InterruptedException {
              if (!lock.tryLock()) {
                lock.lock();
                Thread.interrupted();
              }
            }
          },
          ContractCheck::interruptedWaits,
          "50) on [100, 100, 100, 100], interrupted while transfer(0, 1, 1) is midway:"
              + " specified true with the interrupt status set, or InterruptedException with the"
              + " interrupt status cleared, the bank gave true with the interrupt status cleared"),
      new Faulty(
          "transfers although it was interrupted in a wait",
          (opening, midway) -> new SimpleBank(opening, midway) {
            @Override
            public boolean transfer(int from, int to, long amount) throws InterruptedException {
              try {
                return super.transfer(from, to, amount);
              } catch (InterruptedException interrupted) {
                lock.lock();
                try {
                  move(from, to, amount);
                } finally {
                  lock.unlock();
                }
                throw interrupted;
              }
            }
          },
          ContractCheck::interruptedWaits,
          "specified [99, 101, 100, 100] after InterruptedException, the bank left [99, 101, 50, 150]"),
      new Faulty(
          "holds a lock after an interrupted wait",
          (opening, midway) -> new SimpleBank(opening, midway) {
            private final ReentrantLock queue = new ReentrantLock();

            @Override
            @SuppressWarnings("LockNotBeforeTry") // the fault
            void acquire() throws InterruptedException {
              queue.lock();
              lock.lockInterruptibly();
              queue.unlock();
            }
          },
          ContractCheck::interruptedWaits,
          "interrupted while transfer(0, 1, 1) is midway: specified it to return, the bank did not:"
              + " WAITING"));
}
