package dev.safebank.endtoend.bank;

import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;

/** Right: what all others are compared with. */
@LockingVariant(
    idea = "one lock",
    keepsAllBut = {})
public final class RightBank extends OneLockBank {

  public RightBank(long[] openingBalances, Midway midway) {
    super(openingBalances, midway);
  }
}
