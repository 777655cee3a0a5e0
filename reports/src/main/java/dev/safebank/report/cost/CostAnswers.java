package dev.safebank.report.cost;

import dev.safebank.console.text.NumberFormats;
import dev.safebank.evidence.cost.BenchmarkExtent;
import dev.safebank.evidence.cost.BenchmarkResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Answers the report's questions about cost (lock overhead, account locks, validators) from the
 * results of the benchmarks.
 */
public final class CostAnswers {

  private static final String UNLOCKED = "UnsafeBank";
  private static final String ACCOUNT_LOCKS = "OrderedLocksBank";

  private final BenchmarkResults costs;

  private CostAnswers(BenchmarkResults costs) {
    this.costs = costs;
  }

  /** A question and its answer. */
  public record Answer(String question, String answer) {}

  /**
   * The answers for which there are measurements; none from a run that was only to see that it
   * runs.
   */
  public static List<Answer> of(BenchmarkResults costs) {
    if (costs.run().extent() == BenchmarkExtent.SMOKE) {
      return List.of();
    }
    CostAnswers answers = new CostAnswers(costs);
    List<Answer> all = new ArrayList<>();
    answers
        .lock()
        .ifPresent(
            text -> all.add(new Answer("What does the lock cost against no lock at all?", text)));
    answers
        .accountLocks()
        .ifPresent(text -> all.add(
            new Answer("Do account locks pay, and from how many accounts or threads?", text)));
    answers
        .validators()
        .ifPresent(text -> all.add(new Answer("What do validators cost each design?", text)));
    return all;
  }

  private Optional<String> lock() {
    int threads = costs.threads().isEmpty() ? 0 : costs.threads().get(0);
    Optional<BenchmarkResult> locked = costs.traffic(BenchmarkResults.BASELINE, threads);
    Optional<BenchmarkResult> unlocked = costs.traffic(UNLOCKED, threads);
    if (locked.isEmpty() || unlocked.isEmpty()) {
      return Optional.empty();
    }
    String alone = costs
        .uncontendedLock()
        .map(m ->
            " An uncontended lock takes %s to acquire and release.".formatted(nanos(m.score())))
        .orElse("");
    return Optional.of("On %s a call takes %s with %s and %s with %s, which gives wrong totals: %s."
            .formatted(
                NumberFormats.count(threads, "thread"),
                nanos(perCall(locked.get())),
                BenchmarkResults.BASELINE,
                nanos(perCall(unlocked.get())),
                UNLOCKED,
                times(unlocked.get().score() / locked.get().score()))
        + alone);
  }

  private Optional<String> accountLocks() {
    int most = costs.mostThreads();
    List<String> byAccounts = new ArrayList<>();
    Optional<Integer> from = Optional.empty();
    for (int accounts : costs.accounts()) {
      Optional<Comparison> comparison = accountLocks(most, accounts);
      if (comparison.isPresent()) {
        byAccounts.add(
            comparison.get().ratio() + " with " + NumberFormats.count(accounts, "account"));
        from = comparison.get().isClearlyMore()
            ? from.or(() -> Optional.of(accounts))
            : Optional.empty();
      }
    }
    if (byAccounts.isEmpty()) {
      return Optional.empty();
    }
    String verdict = from.map(
            accounts -> "Yes, from %s on".formatted(NumberFormats.count(accounts, "account")))
        .orElse("These figures do not show that they pay");
    return Optional.of(
        "%s. On %s with %d%% validations, %s makes this many times the calls of %s: %s.%s"
            .formatted(
                verdict,
                NumberFormats.count(most, "thread"),
                costs.run().validations(),
                ACCOUNT_LOCKS,
                BenchmarkResults.BASELINE,
                String.join(", ", byAccounts),
                accountLocksByThreads()));
  }

  private String accountLocksByThreads() {
    String ratios = costs.threads().stream()
        .flatMap(threads -> accountLocks(threads, costs.run().accounts()).stream()
            .map(it -> it.ratio() + " on " + NumberFormats.count(threads, "thread")))
        .collect(Collectors.joining(", "));
    return ratios.isEmpty()
        ? ""
        : " With %s: %s.".formatted(NumberFormats.count(costs.run().accounts(), "account"), ratios);
  }

  private Optional<Comparison> accountLocks(int threads, int accounts) {
    return costs
        .traffic(ACCOUNT_LOCKS, threads, accounts, costs.run().validations())
        .flatMap(own -> costs
            .traffic(BenchmarkResults.BASELINE, threads, accounts, costs.run().validations())
            .map(baseline -> new Comparison(own, baseline)));
  }

  /** A result and that of the baseline. */
  private record Comparison(BenchmarkResult own, BenchmarkResult baseline) {

    String ratio() {
      return times(own.score() / baseline.score());
    }

    /** Whether it exceeds the baseline by more than the errors of both. */
    boolean isClearlyMore() {
      return own.score() - own.error().orElse(0.0)
          > baseline.score() + baseline.error().orElse(0.0);
    }
  }

  private Optional<String> validators() {
    int threads = costs.mostThreads();
    String shares = costs.variants().stream()
        .flatMap(variant -> loss(variant, threads).stream())
        .collect(Collectors.joining("; "));
    return shares.isEmpty()
        ? Optional.empty()
        : Optional.of("Calls a second with 10%% validations, relative to none, on %s and %s: %s."
            .formatted(
                NumberFormats.count(threads, "thread"),
                NumberFormats.count(costs.run().accounts(), "account"),
                shares));
  }

  private Optional<String> loss(String variant, int threads) {
    Optional<BenchmarkResult> none = costs.traffic(variant, threads, costs.run().accounts(), 0);
    Optional<BenchmarkResult> some = costs.traffic(variant, threads, costs.run().accounts(), 10);
    return none.flatMap(without ->
        some.map(with -> "%s %s".formatted(variant, percent(with.score() / without.score()))));
  }

  private static double perCall(BenchmarkResult throughput) {
    return throughput.threads() * 1e9 / throughput.score();
  }

  private static String nanos(double nanos) {
    return String.format(Locale.ROOT, nanos < 10 ? "%.1f ns" : "%,.0f ns", nanos);
  }

  private static String times(double ratio) {
    return String.format(Locale.ROOT, "%.2f×", ratio);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, share < 0.1 ? "%.1f%%" : "%.0f%%", 100 * share);
  }
}
