package dev.safebank.junit.bank.subject;

import dev.safebank.junit.JudgeBank;
import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;
import dev.safebank.model.Promise;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;

/** Banks of users, right and wrong, and the classes that ask for a judgement. */
@SuppressWarnings("UnsynchronizedOverridesSynchronized") // the fault
public class JudgedBanks {

  @JudgeBank(LockedBank.class)
  @Tag("bank")
  static class Right {}

  @JudgeBank(value = LockedBank.class, scenarios = TwoPayments.class)
  static class InAScenarioOfItsOwn {}

  /** Adds up without the lock. */
  public static class ForgetfulBank extends LockedBank {

    public ForgetfulBank(long[] openingBalances, Midway midway) {
      super(openingBalances, midway);
    }

    @Override
    public long validate() {
      long total = 0;
      for (long balance : balances) {
        total += balance;
      }
      return total;
    }
  }

  @JudgeBank(ForgetfulBank.class)
  static class Forgetful {}

  @LockingVariant(
      idea = "validates without the lock",
      keepsAllBut = {Promise.CONSISTENT_TOTAL, Promise.LINEARIZABLE})
  public static final class HonestBank extends ForgetfulBank {

    public HonestBank(long[] openingBalances, Midway midway) {
      super(openingBalances, midway);
    }
  }

  @JudgeBank(HonestBank.class)
  static class Honest {}

  @LockingVariant(idea = "says too little", keepsAllBut = Promise.NESTS)
  public static final class ModestBank extends LockedBank {

    public ModestBank(long[] openingBalances, Midway midway) {
      super(openingBalances, midway);
    }
  }

  @JudgeBank(ModestBank.class)
  static class Modest {}

  /** Moves nothing, and says that it did. */
  public static final class LyingBank extends LockedBank {

    public LyingBank(long[] openingBalances, Midway midway) {
      super(openingBalances, midway);
    }

    @Override
    public synchronized boolean transfer(int from, int to, long amount) {
      return true;
    }
  }

  @JudgeBank(LyingBank.class)
  static class Lying {}

  /** Lets others do its work. */
  public static final class DelegatingBank extends LockedBank {

    public DelegatingBank(long[] openingBalances, Midway midway) {
      super(openingBalances, midway);
    }

    @Override
    public long validate() throws InterruptedException {
      return CompletableFuture.supplyAsync(() -> 200L).join();
    }
  }

  @JudgeBank(DelegatingBank.class)
  static class Delegating {}

  /** Asks a pool. */
  public static final class PoolingBank extends LockedBank {

    public PoolingBank(long[] openingBalances, Midway midway) {
      super(openingBalances, midway);
    }

    @Override
    public long validate() throws InterruptedException {
      ExecutorService pool = Executors.newSingleThreadExecutor();
      try {
        return pool.submit(() -> 200L).get();
      } catch (ExecutionException failed) {
        throw new IllegalStateException(failed);
      } finally {
        pool.shutdown();
      }
    }
  }

  @JudgeBank(PoolingBank.class)
  static class Pooling {}

  /** Looks into a file. */
  public static final class FilingBank extends LockedBank {

    public FilingBank(long[] openingBalances, Midway midway) {
      super(openingBalances, midway);
    }

    @Override
    public synchronized long validate() throws InterruptedException {
      return Files.exists(Path.of("ledger")) ? 0 : super.validate();
    }
  }

  @JudgeBank(FilingBank.class)
  static class Filing {}

  /** Spins, and never comes back. */
  public static final class SpinningBank extends LockedBank {

    public SpinningBank(long[] openingBalances, Midway midway) {
      super(openingBalances, midway);
    }

    @Override
    public synchronized boolean transfer(int from, int to, long amount) {
      while (balances.length > 0) {
        Thread.onSpinWait();
      }
      return true;
    }
  }

  @JudgeBank(SpinningBank.class)
  static class Spinning {}

  /** Sleeps again and again, and never comes back. */
  public static final class DozingBank extends LockedBank {

    public DozingBank(long[] openingBalances, Midway midway) {
      super(openingBalances, midway);
    }

    @Override
    public boolean transfer(int from, int to, long amount) throws InterruptedException {
      while (balances.length > 0) {
        Thread.sleep(10);
      }
      return true;
    }
  }

  @JudgeBank(DozingBank.class)
  static class Dozing {}

  /** Never comes back. */
  public static final class SleepyBank extends LockedBank {

    public SleepyBank(long[] openingBalances, Midway midway) {
      super(openingBalances, midway);
    }

    @Override
    public synchronized boolean transfer(int from, int to, long amount)
        throws InterruptedException {
      while (balances.length > 0) {
        wait();
      }
      return true;
    }
  }

  @JudgeBank(SleepyBank.class)
  static class Sleepy {}
}
