package dev.safebank.model.contract;

import dev.safebank.model.Midway;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Semaphore;

/** Banks of which transfers and validations go wrong. */
final class FaultyTransfers {

  private FaultyTransfers() {}

  static final List<Faulty> ALL = List.of(
      new Faulty(
          "says true and moves nothing",
          (opening, midway) -> new SimpleBank(opening, midway) {
            @Override
            boolean move(int from, int to, long amount) throws InterruptedException {
              reachMidway(from, to, amount);
              return true;
            }
          },
          ContractCheck::sequencesOfThreeCalls,
          "transfer(0, 1, 50) on [100, 100, 100]: specified true and [50, 150, 100], the bank gave"
              + " true and [100, 100, 100]"),
      new Faulty(
          "throws in every call",
          (opening, midway) -> new SimpleBank(opening, midway) {
            @Override
            void acquire() {
              throw new UnsupportedOperationException();
            }
          },
          ContractCheck::singleCalls,
          "validate() on [100, 100, 100]: specified 300 and [100, 100, 100], the bank gave"
              + " UnsupportedOperationException and [100, 100, 100]"),
      new Faulty(
          "moves a cent too much",
          (opening, midway) -> new SimpleBank(opening, midway) {
            @Override
            void deposit(int to, long amount) {
              super.deposit(to, amount + 1);
            }
          },
          ContractCheck::singleCalls,
          "transfer(0, 0, 1) on [100, 100, 100]: specified true and [100, 100, 100], the bank gave"
              + " true and [101, 100, 100]"),
      new Faulty(
          "accepts a negative amount",
          (opening, midway) -> new SimpleBank(opening, midway) {
            @Override
            void checkArguments(int from, int to, long amount) {
              super.checkArguments(from, to, amount == -1 ? 1 : amount);
            }
          },
          ContractCheck::singleCalls,
          "transfer(0, 0, -1) on [100, 100, 100]: specified IllegalArgumentException and [100, 100,"
              + " 100], the bank gave true and [100, 100, 100]"),
      new Faulty(
          "accepts nothing as an amount",
          (opening, midway) -> new SimpleBank(opening, midway) {
            @Override
            void checkArguments(int from, int to, long amount) {
              super.checkArguments(from, to, amount == 0 ? 1 : amount);
            }
          },
          ContractCheck::singleCalls,
          "transfer(0, 0, 0) on [100, 100, 100]: specified IllegalArgumentException"),
      new Faulty(
          "throws the array's exception for an unknown account",
          (opening, midway) -> new SimpleBank(opening, midway) {
            @Override
            void checkArguments(int from, int to, long amount) {}
          },
          ContractCheck::singleCalls,
          "transfer(-1, -1, -9223372036854775808) on [100, 100, 100]: specified"
              + " IllegalArgumentException and [100, 100, 100], the bank gave"
              + " ArrayIndexOutOfBoundsException and [100, 100, 100]"),
      new Faulty(
          "lets a deposit overflow",
          (opening, midway) -> new SimpleBank(opening, midway) {
            @Override
            void deposit(int to, long amount) {
              balances[to] += amount;
            }
          },
          ContractCheck::singleCalls,
          "transfer(0, 1, 9223372036854775807) on [9223372036854775807, 1, 0]: specified"
              + " ArithmeticException and [9223372036854775807, 1, 0], the bank gave true and [0,"
              + " -9223372036854775808, 0]"),
      new Faulty(
          "lets the total overflow",
          (opening, midway) -> new SimpleBank(opening, midway) {
            @Override
            public long validate() {
              return Arrays.stream(balances).sum();
            }
          },
          ContractCheck::singleCalls,
          "validate() on [9223372036854775807, 1, 0]: specified ArithmeticException and"
              + " [9223372036854775807, 1, 0], the bank gave -9223372036854775808 and"
              + " [9223372036854775807, 1, 0]"),
      new Faulty(
          "validates by a constant",
          (opening, midway) -> new SimpleBank(opening, midway) {
            @Override
            public long validate() {
              return 300;
            }
          },
          ContractCheck::singleCalls,
          "validate() on [0, 7, 9223372036854775800]: specified 9223372036854775807 and [0, 7,"
              + " 9223372036854775800], the bank gave 300"),
      new Faulty(
          "overdraws",
          (opening, midway) -> new SimpleBank(opening, midway) {
            @Override
            boolean fundsSuffice(int from, int to, long amount) {
              return balances[from] + 1 >= amount;
            }
          },
          ContractCheck::singleCalls,
          "on [100, 100, 100]: specified false and [100, 100, 100], the bank gave true and"),
      new Faulty(
          "keeps the last cent",
          (opening, midway) -> new SimpleBank(opening, midway) {
            @Override
            boolean fundsSuffice(int from, int to, long amount) {
              return balances[from] > amount;
            }
          },
          ContractCheck::singleCalls,
          "on [100, 100, 100]: specified true and [100, 100, 100], the bank gave false and"),
      new Faulty(
          "transfers to the same account without funds",
          (opening, midway) -> new SimpleBank(opening, midway) {
            @Override
            boolean fundsSuffice(int from, int to, long amount) {
              return from == to || super.fundsSuffice(from, to, amount);
            }
          },
          ContractCheck::singleCalls,
          "transfer(0, 0, 101) on [100, 100, 100]: specified false and [100, 100, 100], the bank"
              + " gave true and [100, 100, 100], and called the hook with [(0, 0, 101)] instead of"
              + " []"),
      new Faulty(
          "validates only what it has moved",
          (opening, midway) -> new SimpleBank(opening, midway) {
            @Override
            public long transferAndValidate(int from, int to, long amount)
                throws InterruptedException {
              return transfer(from, to, amount) ? validate() : -1;
            }
          },
          ContractCheck::singleCalls,
          "transferAndValidate(0, 0, 101) on [100, 100, 100]: specified 300 and [100, 100, 100], the"
              + " bank gave -1"),
      new Faulty(
          "does not transfer if the total overflows",
          (opening, midway) -> new SimpleBank(opening, midway) {
            @Override
            public long transferAndValidate(int from, int to, long amount)
                throws InterruptedException {
              checkArguments(from, to, amount);
              validate();
              transfer(from, to, amount);
              return validate();
            }
          },
          ContractCheck::singleCalls,
          "transferAndValidate(0, 0, 1) on [9223372036854775807, 1, 0]: specified ArithmeticException"
              + " and [9223372036854775807, 1, 0], the bank gave ArithmeticException and"
              + " [9223372036854775807, 1, 0], and called the hook with [] instead of [(0, 0, 1)]"),
      new Faulty(
          "never returns from a nested call",
          NotReentrant::new,
          ContractCheck::singleCalls,
          "transferAndValidate(0, 0, 1) on [100, 100, 100]: specified 300 and [100, 100, 100], the"
              + " bank did not return: WAITING at FaultyTransfers$NotReentrant.acquire("),
      new Faulty(
          "holds the lock after a refusal",
          (opening, midway) -> new SimpleBank(opening, midway) {
            @Override
            void release(boolean done) {
              if (done) {
                super.release(true);
              }
            }
          },
          ContractCheck::singleCalls,
          "validate() on [100, 100, 100]: specified 300 and [100, 100, 100], the bank did not"
              + " return: WAITING at SimpleBank.acquire("),
      new Faulty(
          "refuses what comes after a refusal",
          (opening, midway) -> new SimpleBank(opening, midway) {
            private boolean refused;

            @Override
            boolean fundsSuffice(int from, int to, long amount) {
              boolean refuses = refused;
              refused = !super.fundsSuffice(from, to, amount);
              return !refused && !refuses;
            }
          },
          ContractCheck::sequencesOfThreeCalls,
          "transfer(0, 1, 50) on [100, 100, 100]: specified true and [50, 150, 100], the bank gave"
              + " false and [100, 100, 100], and called the hook with [] instead of [(0, 1, 50)] (after"
              + " transfer(1, 0, 150))"),
      new Faulty(
          "loses a cent in its tenth transfer",
          (opening, midway) -> new SimpleBank(opening, midway) {
            private int transfers;

            @Override
            void deposit(int to, long amount) {
              transfers++;
              super.deposit(to, transfers == 10 ? amount - 1 : amount);
            }
          },
          ContractCheck::randomSequences,
          "(after "),
      new Faulty(
          "has account numbers of eight bits",
          (opening, midway) -> new SimpleBank(opening, midway) {
            @Override
            void deposit(int to, long amount) {
              super.deposit(to & 255, amount);
            }
          },
          ContractCheck::largeBank,
          "transfer(255, 256, 100) on [0, "));

  /** The lock's owner waits for itself. */
  static final class NotReentrant extends SimpleBank {

    private final Semaphore permit = new Semaphore(1);

    NotReentrant(long[] openingBalances, Midway midway) {
      super(openingBalances, midway);
    }

    @Override
    void acquire() throws InterruptedException {
      permit.acquire();
      lock.lock();
    }

    @Override
    void release(boolean done) {
      lock.unlock();
      permit.release();
    }
  }
}
