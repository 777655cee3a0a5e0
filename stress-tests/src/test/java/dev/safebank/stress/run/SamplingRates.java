package dev.safebank.stress.run;

import dev.safebank.model.variants.GlobalLockBank;
import dev.safebank.model.variants.UnsafeBank;
import dev.safebank.stress.bench.HandwrittenGlobalLock;
import dev.safebank.stress.bench.HandwrittenPrimitives;
import dev.safebank.stress.bench.HandwrittenUnsafe;
import dev.safebank.stress.evidence.ForkRecord;
import dev.safebank.stress.evidence.ForkStatus;
import dev.safebank.stress.scenario.TransferVersusValidate;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.openjdk.jcstress.os.topology.Topology;

/**
 * Compares how fast a generated test samples with how fast the same test does when it is written by
 * hand in plain jcstress, without a watchdog. Forks of the two take turns; each pair of neighbours
 * gives a ratio, and the median of the ratios should be 0.8 at least. On a machine that is busy
 * with other things, only the best rates of each mean something.
 */
public final class SamplingRates {

  private static final int SAMPLING_MILLIS = 2_000;
  private static final int PAIRS = 7;

  private final ForkRunner forks;

  private SamplingRates(ForkRunner forks) {
    this.forks = forks;
  }

  /** Compares; takes no arguments, and two minutes. */
  public static void main(String[] args) throws Exception {
    try (WorkDirectory work = WorkDirectory.in(Path.of(System.getProperty("java.io.tmpdir")))) {
      Duration limit = Duration.ofMinutes(1);
      SamplingRates rates =
          new SamplingRates(new JcstressForks(Topology.get(), new ForkedJvm(), work.path(), limit));
      rates.compare(cell(GlobalLockBank.class), HandwrittenGlobalLock.class);
      rates.compare(cell(UnsafeBank.class), HandwrittenUnsafe.class);
      rates.compare(cell(GlobalLockBank.class), HandwrittenPrimitives.class);
    }
  }

  private static StressCell cell(Class<?> variant) {
    return CellDiscovery.onClassPath().stream()
        .filter(cell -> cell.variant().className().equals(variant.getName()))
        .filter(cell -> cell.scenario().className().equals(TransferVersusValidate.class.getName()))
        .findFirst()
        .orElseThrow();
  }

  private static StressCell withTest(StressCell cell, Class<?> test) {
    return new StressCell(test.getName(), cell.actors(), cell.variant(), cell.scenario());
  }

  private void compare(StressCell generated, Class<?> test) {
    System.out.printf("%s and %s, samples a second:%n", generated, test.getSimpleName());
    StressCell handwritten = withTest(generated, test);
    List<Pair> pairs = Stream.generate(() -> new Pair(rate(generated), rate(handwritten)))
        .limit(PAIRS)
        .peek(pair -> System.out.println("  " + pair))
        .sorted(Comparator.comparingDouble(Pair::ratio))
        .toList();
    Pair best = new Pair(best(pairs, Pair::generated), best(pairs, Pair::handwritten));
    System.out.printf(
        "  median ratio %.2f; the best: %s%n", pairs.get(PAIRS / 2).ratio(), best);
  }

  private static double best(List<Pair> pairs, ToDoubleFunction<Pair> rate) {
    return pairs.stream().mapToDouble(rate).max().orElseThrow();
  }

  /** The rates of two forks that ran one after the other. */
  private record Pair(double generated, double handwritten) {

    double ratio() {
      return generated / handwritten;
    }

    @Override
    public String toString() {
      return "generated %,.0f, by hand %,.0f, ratio %.2f"
          .formatted(generated, handwritten, ratio());
    }
  }

  private double rate(StressCell cell) {
    ForkRecord fork = forks.run(new PlannedFork(cell, VmConfiguration.C2, SAMPLING_MILLIS, false));
    if (fork.status() != ForkStatus.COMPLETED) {
      throw new IllegalStateException(
          "%s ended as %s: %s".formatted(fork.test(), fork.status(), fork.message()));
    }
    return fork.samples() * 1_000.0 / fork.millis();
  }
}
