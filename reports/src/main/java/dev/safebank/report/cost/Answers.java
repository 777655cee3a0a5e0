package dev.safebank.report.cost;

import dev.safebank.report.words.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The questions that the story asks of the price, answered with these measurements. */
public final class Answers {

  private static final String UNLOCKED = "UnsafeBank";
  private static final String ACCOUNT_LOCKS = "OrderedLocksBank";

  private final Costs costs;

  private Answers(Costs costs) {
    this.costs = costs;
  }

  /**
   * A question and its answer.
   *
   * @param question what was asked
   * @param answer what these measurements say
   */
  public record Answer(String question, String answer) {}

  /** The answers that there are measurements for; a quick run's are not good enough for any. */
  public static List<Answer> of(Costs costs) {
    if (costs.quick()) {
      return List.of();
    }
    Answers answers = new Answers(costs);
    List<Answer> all = new ArrayList<>();
    answers
        .lock()
        .ifPresent(
            text -> all.add(new Answer("What does the lock cost against no lock at all?", text)));
    answers
        .accountLocks()
        .ifPresent(text -> all.add(
            new Answer("Do account locks pay, and from how many accounts or threads on?", text)));
    answers
        .validators()
        .ifPresent(text -> all.add(new Answer("What do validators cost each design?", text)));
    return all;
  }

  private Optional<String> lock() {
    int threads = costs.threads().isEmpty() ? 0 : costs.threads().get(0);
    Optional<Measurement> locked =
        costs.traffic(Costs.YARDSTICK, threads, Costs.ACCOUNTS, Costs.VALIDATIONS);
    Optional<Measurement> unlocked =
        costs.traffic(UNLOCKED, threads, Costs.ACCOUNTS, Costs.VALIDATIONS);
    if (locked.isEmpty() || unlocked.isEmpty()) {
      return Optional.empty();
    }
    String alone = costs
        .baseline("uncontendedLock")
        .map(m -> " One lock that nobody else wants costs %s to take and give back."
            .formatted(nanos(m.score())))
        .orElse("");
    return Optional.of("On %s a call takes %s with %s and %s with %s, whose answers are wrong: %s."
            .formatted(
                Figures.count(threads, "thread"),
                nanos(perCall(locked.get())),
                Costs.YARDSTICK,
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
        byAccounts.add(comparison.get().ratio() + " with " + Figures.count(accounts, "account"));
        from = comparison.get().isClearlyMore()
            ? from.or(() -> Optional.of(accounts))
            : Optional.empty();
      }
    }
    if (byAccounts.isEmpty()) {
      return Optional.empty();
    }
    String verdict = from.map(
            accounts -> "They pay from %s on".formatted(Figures.count(accounts, "account")))
        .orElse("These figures do not show that they do");
    return Optional.of(
        "%s: on %s and %d%% validations, %s does this many times the calls of %s: %s.%s"
            .formatted(
                verdict,
                Figures.count(most, "thread"),
                Costs.VALIDATIONS,
                ACCOUNT_LOCKS,
                Costs.YARDSTICK,
                String.join(", ", byAccounts),
                accountLocksByThreads()));
  }

  private String accountLocksByThreads() {
    String ratios = costs.threads().stream()
        .flatMap(threads -> accountLocks(threads, Costs.ACCOUNTS).stream()
            .map(it -> it.ratio() + " on " + Figures.count(threads, "thread")))
        .collect(Collectors.joining(", "));
    return ratios.isEmpty()
        ? ""
        : " With %s: %s.".formatted(Figures.count(Costs.ACCOUNTS, "account"), ratios);
  }

  private Optional<Comparison> accountLocks(int threads, int accounts) {
    return costs
        .traffic(ACCOUNT_LOCKS, threads, accounts, Costs.VALIDATIONS)
        .flatMap(own -> costs
            .traffic(Costs.YARDSTICK, threads, accounts, Costs.VALIDATIONS)
            .map(yardstick -> new Comparison(own, yardstick)));
  }

  /** One figure beside another. */
  private record Comparison(Measurement own, Measurement yardstick) {

    String ratio() {
      return times(own.score() / yardstick.score());
    }

    /** Whether it is above the other by more than the errors of both. */
    boolean isClearlyMore() {
      return own.score() - own.error().orElse(0.0)
          > yardstick.score() + yardstick.error().orElse(0.0);
    }
  }

  private Optional<String> validators() {
    int threads = costs.mostThreads();
    String shares = costs.variants().stream()
        .flatMap(variant -> loss(variant, threads).stream())
        .collect(Collectors.joining("; "));
    return shares.isEmpty()
        ? Optional.empty()
        : Optional.of("Calls a second that are left when validations go from 0 to 10% of them, on"
            + " " + Figures.count(threads, "thread") + " and "
            + Figures.count(Costs.ACCOUNTS, "account") + ": " + shares + ".");
  }

  private Optional<String> loss(String variant, int threads) {
    Optional<Measurement> none = costs.traffic(variant, threads, Costs.ACCOUNTS, 0);
    Optional<Measurement> some = costs.traffic(variant, threads, Costs.ACCOUNTS, 10);
    return none.flatMap(without ->
        some.map(with -> "%s %s".formatted(variant, percent(with.score() / without.score()))));
  }

  private static double perCall(Measurement throughput) {
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
