package dev.safebank.model.specification;

import dev.safebank.model.Promise;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * A program, and what is reported of its outcomes: the result of every call, then some sums of the
 * final balances. It is what a stress test can afford to report, and all that is known of an
 * outcome that was seen there.
 *
 * @param program what runs
 * @param sums the accounts that each reported sum adds up: {@code [[0], [1]]} reports two balances,
 *     {@code [[0, 1]]} their total, and {@code []} no balance
 */
public record ReportedProgram(Program program, List<List<Integer>> sums) {

  /** Stands for the result of a call that was not made. */
  static final CallResult NOT_MADE = new CallResult.Unknown("not made");

  /**
   * A reported program.
   *
   * @throws IllegalArgumentException if a sum adds up an account that the program does not have
   */
  public ReportedProgram {
    sums = sums.stream().map(List::copyOf).toList();
    int accounts = program.openingBalances().size();
    if (sums.stream()
        .flatMap(List::stream)
        .anyMatch(account -> account < 0 || account >= accounts)) {
      throw new IllegalArgumentException(
          "a sum of " + sums + " is of an account beyond the " + accounts + " of the program");
    }
  }

  /** A program of which each final balance is reported. */
  static ReportedProgram whole(Program program) {
    return new ReportedProgram(
        program,
        IntStream.range(0, program.openingBalances().size()).mapToObj(List::of).toList());
  }

  /**
   * What the specification allows to be reported, in the {@linkplain ReportText form of a report}.
   */
  public Set<String> serialOutcomes() {
    Set<String> texts = new TreeSet<>();
    Specification.serialOutcomes(program)
        .forEach(outcome -> texts.add(ReportText.of(this, outcome)));
    return texts;
  }

  /**
   * What is reported of an outcome, in the {@linkplain ReportText form of a report}. One whose
   * balances are not known has a report that no outcome has that the specification allows.
   */
  public String report(Outcome outcome) {
    return outcome.balances().size() == program.openingBalances().size()
        ? ReportText.of(this, outcome)
        : outcome.toString();
  }

  /** The promises whose break the report of some outcome can show. */
  public Set<Promise> canShow() {
    return Promise.inOrder(
        Arrays.stream(Promise.values()).filter(this::canShowBreakOf).toList());
  }

  private boolean canShowBreakOf(Promise promise) {
    return switch (promise) {
      case CONSERVES_MONEY -> any(Call::transfers) && !any(Call::failsMidway) && !sums.isEmpty();
      case CONSISTENT_TOTAL -> any(Call::validates);
      case NEVER_OVERDRAWN -> mayOverdraw();
      case NEVER_DEADLOCKS, LINEARIZABLE -> true;
      case RELEASES_LOCKS -> any(Call::failsMidway);
      case UNDOES_FAILED_TRANSFERS ->
        any(Call::failsMidway) && (any(Call::validates) || !sums.isEmpty());
      case NESTS -> any(Call.TransferAndValidate.class::isInstance);
    };
  }

  private boolean any(Predicate<Call> kind) {
    return program.actors().stream().flatMap(List::stream).anyMatch(kind);
  }

  /** Whether an account whose balance is reported pays more than it holds if no call is refused. */
  private boolean mayOverdraw() {
    return sums.stream().filter(sum -> sum.size() == 1).map(sum -> sum.get(0)).anyMatch(account -> {
      BigInteger paid = positions().stream()
          .map(position -> new MadeCall(position, program.call(position), NOT_MADE))
          .filter(call -> call.transfers() && call.from() == account && call.to() != account)
          .map(MadeCall::amount)
          .reduce(BigInteger.ZERO, BigInteger::add);
      return paid.compareTo(BigInteger.valueOf(program.openingBalances().get(account))) > 0;
    });
  }

  /** What a report says of an outcome's balances: the value of each sum. */
  List<Long> values(Outcome outcome) {
    return sums.stream()
        .map(sum ->
            sum.stream().mapToLong(account -> outcome.balances().get(account)).sum())
        .toList();
  }

  /** Whether each account is in some sum. */
  boolean coversEveryAccount() {
    return sums.stream().flatMap(Collection::stream).distinct().count()
        == program.openingBalances().size();
  }

  /** Every call, in the order of the actors. */
  List<CallPosition> positions() {
    List<CallPosition> positions = new ArrayList<>();
    for (int actor = 0; actor < program.actors().size(); actor++) {
      for (int index = 0; index < program.actors().get(actor).size(); index++) {
        positions.add(new CallPosition(actor, index));
      }
    }
    return positions;
  }
}
