package dev.safebank.endtoend;

import dev.safebank.endtoend.bank.ConstantTotalBank;
import dev.safebank.endtoend.bank.DenyingBank;
import dev.safebank.endtoend.bank.EmptyingLosesBank;
import dev.safebank.endtoend.bank.LosingAndDeadlockingBank;
import dev.safebank.endtoend.bank.LyingBank;
import dev.safebank.endtoend.bank.NestedInTwoStepsBank;
import dev.safebank.endtoend.bank.OnePairLosesBank;
import dev.safebank.endtoend.bank.OverdrawingBank;
import dev.safebank.endtoend.bank.RefusalLeaksBank;
import dev.safebank.endtoend.bank.RefusalPoisonsBank;
import dev.safebank.endtoend.bank.RightBank;
import dev.safebank.endtoend.bank.RingDeadlockBank;
import dev.safebank.endtoend.bank.RunningTotalBank;
import dev.safebank.endtoend.bank.SecondCallLiesBank;
import dev.safebank.endtoend.bank.SelfTransferThrowingBank;
import dev.safebank.endtoend.bank.SnapshotRollbackBank;
import dev.safebank.endtoend.bank.ThrowingBank;
import dev.safebank.endtoend.bank.TwiceMovingBank;
import dev.safebank.endtoend.bank.UnlockedValidateBank;
import dev.safebank.stress.generate.StressMatrix;
import dev.safebank.stress.scenario.FailedTransfer;
import dev.safebank.stress.scenario.NestedValidate;
import dev.safebank.stress.scenario.Overdraw;

/**
 * Banks that nobody should trust, and some that everybody may, in scenarios that can break every
 * promise.
 */
@StressMatrix(
    scenarios = {FailedTransfer.class, NestedValidate.class, Overdraw.class},
    banks = {
      ConstantTotalBank.class,
      DenyingBank.class,
      EmptyingLosesBank.class,
      LosingAndDeadlockingBank.class,
      LyingBank.class,
      NestedInTwoStepsBank.class,
      OnePairLosesBank.class,
      OverdrawingBank.class,
      RefusalLeaksBank.class,
      RefusalPoisonsBank.class,
      RightBank.class,
      RingDeadlockBank.class,
      RunningTotalBank.class,
      SecondCallLiesBank.class,
      SelfTransferThrowingBank.class,
      SnapshotRollbackBank.class,
      ThrowingBank.class,
      TwiceMovingBank.class,
      UnlockedValidateBank.class
    })
final class BankMatrix {

  private BankMatrix() {}
}
