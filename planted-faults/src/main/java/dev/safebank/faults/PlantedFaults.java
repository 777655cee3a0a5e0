package dev.safebank.faults;

import dev.safebank.faults.mutation.FaultyBank;
import dev.safebank.faults.right.AllocatorBank;
import dev.safebank.faults.right.ClhLockBank;
import dev.safebank.faults.right.ConditionBank;
import dev.safebank.faults.right.CopyOnWriteBank;
import dev.safebank.faults.right.McsLockBank;
import dev.safebank.faults.right.OrderedMonitorsBank;
import dev.safebank.faults.right.SemaphoreBank;
import dev.safebank.faults.right.TestAndSetBank;
import dev.safebank.faults.right.TicketLockBank;
import dev.safebank.faults.right.VersionedBank;
import dev.safebank.faults.right.WaitNotifyBank;
import dev.safebank.model.Bank;
import dev.safebank.model.variants.BackoffBank;
import dev.safebank.model.variants.GlobalLockBank;
import dev.safebank.model.variants.OptimisticBank;
import dev.safebank.model.variants.OrderedLocksBank;
import dev.safebank.model.variants.ReadWriteLockBank;
import dev.safebank.model.variants.SeqLockBank;
import dev.safebank.model.variants.SnapshotBank;
import dev.safebank.model.variants.SplitTotalBank;
import dev.safebank.model.variants.SynchronizedBank;
import java.util.List;
import java.util.stream.Stream;

/** All planted faults: what the mutation operators make of right banks, and those by hand. */
public final class PlantedFaults {

  /** The right banks that are mutated. */
  static final List<Class<? extends Bank>> MUTATED = List.of(
      GlobalLockBank.class,
      SynchronizedBank.class,
      OrderedLocksBank.class,
      ReadWriteLockBank.class,
      OptimisticBank.class,
      BackoffBank.class,
      SnapshotBank.class,
      SeqLockBank.class,
      SplitTotalBank.class,
      TicketLockBank.class,
      TestAndSetBank.class,
      ClhLockBank.class,
      McsLockBank.class,
      SemaphoreBank.class,
      WaitNotifyBank.class,
      ConditionBank.class,
      AllocatorBank.class,
      OrderedMonitorsBank.class,
      CopyOnWriteBank.class,
      VersionedBank.class);

  private PlantedFaults() {}

  /** All faulty banks: those of the operators, then those by hand. */
  public static List<FaultyBank> all() {
    return Stream.concat(
            MUTATED.stream().flatMap(original -> FaultyBank.mutantsOf(original).stream()),
            HandMadeFaults.read().stream())
        .toList();
  }
}
