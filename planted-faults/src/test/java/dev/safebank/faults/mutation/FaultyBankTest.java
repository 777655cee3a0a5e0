package dev.safebank.faults.mutation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.safebank.faults.mutation.FaultyBank.Replacement;
import dev.safebank.faults.right.SemaphoreBank;
import dev.safebank.faults.right.TicketLockBank;
import dev.safebank.faults.right.WaitNotifyBank;
import dev.safebank.model.Bank;
import dev.safebank.model.variants.GlobalLockBank;
import dev.safebank.model.variants.OrderedLocksBank;
import dev.safebank.model.variants.ReadWriteLockBank;
import dev.safebank.model.variants.SynchronizedBank;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultyBankTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RemoveCriticalSection_1 | - lock.lockInterruptibly(); - try { - } finally { - lock.unlock(); - }",
        "RemoveAcquisition_2     | - lock.lockInterruptibly();",
        "RemoveRelease_1         | - try { + { - } finally { - lock.unlock();",
        "RemoveFinally_2         | - try { - return total(); - } finally { + long result = total();"
            + " + return result; - }",
        "ShrinkAtTheStart_1      | + transfer(from, to, amount); - transfer(from, to, amount);",
        "Split_1                 | + lock.unlock(); + lock.lockInterruptibly();",
        "AcquireUninterruptibly_1| - lock.lockInterruptibly(); + lock.lock();",
        "TryToAcquire_3          | - lock.lockInterruptibly(); + lock.tryLock();"
      })
  void operatorsChangeTheCriticalSectionsOfExplicitLocks(String name, String change) {
    assertThat(String.join(" ", mutant(GlobalLockBank.class, name).change())).isEqualTo(change);
  }

  @Test
  void operatorsChangeKeywords() {
    assertThat(mutant(SynchronizedBank.class, "RemoveSynchronizedMethod_2").change())
        .containsExactly("- public synchronized long validate() {", "+ public long validate() {");
    assertThat(mutant(TicketLockBank.class, "RemoveVolatile_1").change())
        .containsExactly("- private volatile int served;", "+ private int served;");
  }

  @Test
  void operatorsChangeOrdersModesAtomicsPermitsAndWaits() {
    assertThat(mutant(OrderedLocksBank.class, "ReorderAcquisitions_3").change())
        .containsExactly(
            "- Lock first = locks[Math.min(from, to)];",
            "- Lock second = locks[Math.max(from, to)];",
            "+ Lock first = locks[Math.max(from, to)];",
            "+ Lock second = locks[Math.min(from, to)];");
    assertThat(mutant(ReadWriteLockBank.class, "ExchangeModes_2").change())
        .contains("+ lock.writeLock().lockInterruptibly();", "+ lock.writeLock().unlock();");
    assertThat(mutant(TicketLockBank.class, "AtomicToPlain_1").change())
        .containsExactly(
            "- int ticket = next.getAndIncrement();",
            "+ int ticket = dev.safebank.faults.mutation.NonAtomic.getAndIncrement(next);");
    assertThat(mutant(SemaphoreBank.class, "ModifyPermits_2").change())
        .containsExactly(
            "- private final Semaphore permit = new Semaphore(1);",
            "+ private final Semaphore permit = new Semaphore(1 + 1);");
    assertThat(mutant(WaitNotifyBank.class, "WaitOnce_1").change())
        .containsExactly("- while (occupied) {", "+ if (occupied) {");
    assertThat(mutant(WaitNotifyBank.class, "NotifyOne_1").change())
        .containsExactly("- notifyAll();", "+ notify();");
  }

  @Test
  void aFaultByHandReplacesTextWhateverItsWhiteSpace() {
    FaultyBank fault = FaultyBank.byHand(
        GlobalLockBank.class,
        "SaysTrueWhenRefused",
        "says true",
        "move",
        List.of(new Replacement(
            "if (balances[from] < amount) { return false;",
            "if (balances[from] < amount) { return true;")));
    assertThat(fault.className())
        .isEqualTo("dev.safebank.faults.bank.GlobalLockBank_SaysTrueWhenRefused");
    assertThat(fault.change())
        .containsExactly(
            "- if (balances[from] < amount) {",
            "- return false;",
            "+ if (balances[from] < amount) { return true;");
  }

  @Test
  void aTextToReplaceMustBeThereOnce() {
    assertThatThrownBy(() -> byHand("not there"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("GlobalLockBank does not contain: not there");
    assertThatThrownBy(() -> byHand("lock.unlock();"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("GlobalLockBank contains more than once: lock.unlock();");
  }

  private static FaultyBank byHand(String text) {
    return FaultyBank.byHand(
        GlobalLockBank.class, "Fault", "", "", List.of(new Replacement(text, "")));
  }

  @Test
  void faultyBanksAreCompiledAndLoaded(@TempDir Path folder)
      throws IOException, ReflectiveOperationException {
    FaultyBank fault = mutant(GlobalLockBank.class, "RemoveCriticalSection_1");
    FaultyBankCompiler.compile(List.of(fault), folder, List.of("-proc:none"), List.of());
    try (var loader = FaultyBankCompiler.load(folder)) {
      assertThat(loader.loadClass(fault.className())).isAssignableTo(Bank.class);
    }
  }

  @Test
  void aFaultThatDoesNotCompileIsNamed(@TempDir Path folder) {
    FaultyBank fault = FaultyBank.byHand(
        GlobalLockBank.class,
        "Broken",
        "",
        "",
        List.of(new Replacement("return move(from, to, amount);", "nonsense")));
    assertThatThrownBy(() ->
            FaultyBankCompiler.compile(List.of(fault), folder, List.of("-proc:none"), List.of()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("GlobalLockBank_Broken.java");
  }

  private static FaultyBank mutant(Class<?> original, String name) {
    return FaultyBank.mutantsOf(original).stream()
        .filter(bank -> bank.name().equals(original.getSimpleName() + "_" + name))
        .findFirst()
        .orElseThrow();
  }
}
