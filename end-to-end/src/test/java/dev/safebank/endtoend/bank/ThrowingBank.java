package dev.safebank.endtoend.bank;

import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;

/** Throws from every call. */
@LockingVariant(
    idea = "not written yet",
    keepsAllBut = {})
public final class ThrowingBank extends OneLockBank {

  public ThrowingBank(long[] openingBalances, Midway midway) {
    super(openingBalances, midway);
  }

  @Override
  public boolean transfer(int from, int to, long amount) {
    throw new UnsupportedOperationException("transfer");
  }

  @Override
  public long validate() {
    throw new UnsupportedOperationException("validate");
  }

  @Override
  public long transferAndValidate(int from, int to, long amount) {
    throw new UnsupportedOperationException("transferAndValidate");
  }
}
