package dev.safebank.faults;

import dev.safebank.faults.right.AllocatorBank;
import dev.safebank.faults.right.BakeryBank;
import dev.safebank.faults.right.ClhLockBank;
import dev.safebank.faults.right.ConditionBank;
import dev.safebank.faults.right.ConditionReadWriteBank;
import dev.safebank.faults.right.CopyOnWriteBank;
import dev.safebank.faults.right.DeferredInterruptBank;
import dev.safebank.faults.right.FlatCombiningBank;
import dev.safebank.faults.right.HandOverHandBank;
import dev.safebank.faults.right.IdentityOrderBank;
import dev.safebank.faults.right.LateInterruptBank;
import dev.safebank.faults.right.MailboxBank;
import dev.safebank.faults.right.McsLockBank;
import dev.safebank.faults.right.OrderedMonitorsBank;
import dev.safebank.faults.right.OrderedSemaphoresBank;
import dev.safebank.faults.right.PetersonBank;
import dev.safebank.faults.right.PetersonFilterBank;
import dev.safebank.faults.right.SemaphoreBank;
import dev.safebank.faults.right.SharedPermitsBank;
import dev.safebank.faults.right.TestAndSetBank;
import dev.safebank.faults.right.TicketLockBank;
import dev.safebank.faults.right.VersionedBank;
import dev.safebank.faults.right.WaitNotifyBank;
import dev.safebank.model.Bank;
import java.util.List;

/** The right banks of unusual kinds. */
public final class RightBanks {

  private RightBanks() {}

  /** All of them. */
  public static List<Class<? extends Bank>> all() {
    return List.of(
        TicketLockBank.class,
        TestAndSetBank.class,
        ClhLockBank.class,
        McsLockBank.class,
        PetersonBank.class,
        PetersonFilterBank.class,
        BakeryBank.class,
        SemaphoreBank.class,
        WaitNotifyBank.class,
        ConditionBank.class,
        AllocatorBank.class,
        OrderedSemaphoresBank.class,
        OrderedMonitorsBank.class,
        IdentityOrderBank.class,
        HandOverHandBank.class,
        SharedPermitsBank.class,
        ConditionReadWriteBank.class,
        CopyOnWriteBank.class,
        VersionedBank.class,
        FlatCombiningBank.class,
        MailboxBank.class,
        DeferredInterruptBank.class,
        LateInterruptBank.class);
  }
}
