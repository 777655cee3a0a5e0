package dev.safebank.stress.lincheck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.explore.Explorer;
import dev.safebank.explore.options.Options;
import dev.safebank.explore.result.Exploration;
import dev.safebank.stress.watch.Watchdog;
import java.lang.reflect.Method;
import java.util.List;
import org.jetbrains.kotlinx.lincheck.Actor;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The explorer against Lincheck's model checker, which shares no code with it: whatever Lincheck
 * finds the explorer finds, too; and where Lincheck has been through its whole tree, it finds as
 * much.
 */
@Tag("slow")
@Tag("lincheck")
class LincheckDifferentialTest {

  private static final int MOST = 3_000;

  private static final Explorer EXPLORER =
      new Explorer(Options.DEFAULT.leavingOut(Watchdog.PACKAGE));

  @ParameterizedTest(name = "{1}")
  @CsvSource({
    "Unsafe, UnsafeBank",
    "Volatile, VolatileBank",
    "Atomic, AtomicBalancesBank",
    "Snapshot, SnapshotBank",
    "Synchronized, SynchronizedBank",
    "CheckOutside, CheckOutsideLockBank",
    "GlobalLock, GlobalLockBank"
  })
  void findsWhatLincheckFinds(String form, String variant, TestReporter reporter)
      throws ReflectiveOperationException {
    Exploration exploration =
        EXPLORER.explore("dev.safebank.stress.cells." + variant + "_CrossingTransfers");
    OutcomeRecorder.clear();
    long start = System.nanoTime();
    options().check(Class.forName(CrossingUnderLincheck.class.getName() + "$" + form));
    double seconds = (System.nanoTime() - start) / 1e9;

    boolean exhausted = OutcomeRecorder.invocations() < MOST;
    reporter.publishEntry(
        variant,
        "Lincheck %d invocations in %.1f s%s, %d outcomes; the explorer %d in %.3f s"
            .formatted(
                OutcomeRecorder.invocations(),
                seconds,
                exhausted ? ", all" : "",
                OutcomeRecorder.outcomes().size(),
                exploration.interleavings(),
                exploration.nanos() / 1e9));
    assertThat(exploration.outcomes().keySet()).containsAll(OutcomeRecorder.outcomes());
    if (exhausted) {
      assertThat(OutcomeRecorder.outcomes()).isEqualTo(exploration.outcomes().keySet());
    }
  }

  private static ModelCheckingOptions options() throws NoSuchMethodException {
    return new ModelCheckingOptions()
        .iterations(0)
        .invocationsPerIteration(MOST)
        .minimizeFailedScenario(false)
        .verifier(OutcomeRecorder.class)
        .addCustomScenario(new ExecutionScenario(
            List.of(),
            List.of(List.of(actor("transferForth")), List.of(actor("transferBack"))),
            List.of(actor("total")),
            null));
  }

  private static Actor actor(String name) throws NoSuchMethodException {
    Method method = CrossingUnderLincheck.class.getMethod(name);
    return new Actor(method, List.of());
  }
}
