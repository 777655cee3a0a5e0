package dev.safebank.endtoend.bank;

import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;

/**
 * Right: others may move money between the transfer and the validation, and the total is the same.
 */
@LockingVariant(
    idea = "transfer, then validate",
    keepsAllBut = {})
public final class NestedInTwoStepsBank extends OneLockBank {

  public NestedInTwoStepsBank(long[] openingBalances, Midway midway) {
    super(openingBalances, midway);
  }

  @Override
  public long transferAndValidate(int from, int to, long amount) throws InterruptedException {
    transfer(from, to, amount);
    return validate();
  }
}
