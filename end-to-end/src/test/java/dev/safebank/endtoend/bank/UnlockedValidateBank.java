package dev.safebank.endtoend.bank;

import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;

/** Takes no lock to validate. */
@LockingVariant(
    idea = "validates unlocked",
    keepsAllBut = {})
public final class UnlockedValidateBank extends OneLockBank {

  public UnlockedValidateBank(long[] openingBalances, Midway midway) {
    super(openingBalances, midway);
  }

  @Override
  public long validate() {
    return total();
  }
}
