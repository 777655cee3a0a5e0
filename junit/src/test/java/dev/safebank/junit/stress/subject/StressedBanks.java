package dev.safebank.junit.stress.subject;

import dev.safebank.junit.JudgeBank;
import dev.safebank.junit.bank.subject.LockedBank;
import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;
import org.junit.jupiter.api.Tag;

/** Banks to be stressed, and the classes that ask for it. */
public class StressedBanks {

  @JudgeBank(LockedBank.class)
  static class Right {}

  /** Never shows what is in an account: a fault that every sample has. */
  @LockingVariant(
      idea = "adds up wrongly",
      keepsAllBut = {})
  public static final class MiscountingBank extends LockedBank {

    public MiscountingBank(long[] openingBalances, Midway midway) {
      super(openingBalances, midway);
    }

    @Override
    public synchronized long validate() {
      return 50;
    }
  }

  /** Open to reflection, but not to generated code. */
  @SuppressWarnings({"UnusedMethod", "EffectivelyPrivate"}) // as reflection sees it
  private static final class HiddenBank extends LockedBank {

    public HiddenBank(long[] openingBalances, Midway midway) {
      super(openingBalances, midway);
    }
  }

  @JudgeBank(HiddenBank.class)
  static class Hidden {}

  @JudgeBank(MiscountingBank.class)
  @Tag("stress")
  static class Wrong {}
}
