package dev.safebank.junit.bank.subject;

import dev.safebank.junit.JudgeBank;
import dev.safebank.model.Bank;
import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;
import dev.safebank.model.Promise;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Banks that cannot be judged, each for another reason. */
public class UnopenableBanks {

  @JudgeBank(Bank.class)
  static class OfAnInterface {}

  public abstract static class AbstractBank extends LockedBank {

    protected AbstractBank(long[] openingBalances, Midway midway) {
      super(openingBalances, midway);
    }
  }

  @JudgeBank(AbstractBank.class)
  static class OfAnAbstractClass {}

  @SuppressWarnings("ClassCanBeStatic") // the fault
  public class InnerBank extends LockedBank {

    public InnerBank(long[] openingBalances, Midway midway) {
      super(openingBalances, midway);
    }
  }

  @JudgeBank(InnerBank.class)
  static class OfAnInnerClass {}

  public static class OtherConstructorBank extends LockedBank {

    public OtherConstructorBank(int accounts) {
      super(new long[accounts], Midway.NOTHING);
    }
  }

  @JudgeBank(OtherConstructorBank.class)
  static class OfAnotherConstructor {}

  public static class HiddenConstructorBank extends LockedBank {

    HiddenConstructorBank(long[] openingBalances, Midway midway) {
      super(openingBalances, midway);
    }
  }

  @JudgeBank(HiddenConstructorBank.class)
  static class OfAHiddenConstructor {}

  public static class ThrowingBank extends LockedBank {

    public ThrowingBank(long[] openingBalances, Midway midway) throws Exception {
      super(openingBalances, midway);
      throw new Exception("no database");
    }
  }

  @JudgeBank(ThrowingBank.class)
  static class OfAThrowingConstructor {}

  public static class UninitializedBank extends LockedBank {

    private static final int RATE = Integer.parseInt("none");

    public UninitializedBank(long[] openingBalances, Midway midway) {
      super(new long[RATE], midway);
    }
  }

  @JudgeBank(UninitializedBank.class)
  static class OfAThrowingInitializer {}

  public static class ThreadedBank extends LockedBank {

    public ThreadedBank(long[] openingBalances, Midway midway) {
      super(openingBalances, midway);
      Thread auditor = new Thread(this::audit, "auditor");
      auditor.setDaemon(true);
      auditor.start();
    }

    private void audit() {
      LockSupport.parkNanos(Duration.ofMinutes(1).toNanos());
    }
  }

  @JudgeBank(ThreadedBank.class)
  static class OfAConstructorWithThreads {}

  @LockingVariant(idea = "claims twice", keeps = Promise.NESTS, keepsAllBut = Promise.NESTS)
  public static class ContradictoryBank extends LockedBank {

    public ContradictoryBank(long[] openingBalances, Midway midway) {
      super(openingBalances, midway);
    }
  }

  @JudgeBank(ContradictoryBank.class)
  static class OfContradictoryClaims {}

  @JudgeBank(value = LockedBank.class, scenarios = String.class)
  static class WithAScenarioThatIsNone {}
}
