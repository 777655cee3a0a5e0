package dev.safebank.endtoend.bank;

import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;

/** Validates to what two accounts of a hundred hold. */
@LockingVariant(
    idea = "a constant total",
    keepsAllBut = {})
public final class ConstantTotalBank extends OneLockBank {

  public ConstantTotalBank(long[] openingBalances, Midway midway) {
    super(openingBalances, midway);
  }

  @Override
  public long validate() {
    return 200;
  }
}
