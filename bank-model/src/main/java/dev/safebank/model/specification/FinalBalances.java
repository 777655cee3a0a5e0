package dev.safebank.model.specification;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Compares the reported final balances with those that the transfers should have left, by their
 * results.
 */
final class FinalBalances {

  private final ReportedProgram reported;
  private final List<Long> values;
  private final List<MadeCall> calls;

  /** The accounts of transfers that failed. */
  private final Set<Integer> failed = new HashSet<>();

  /** The values are those of the reported sums. */
  FinalBalances(ReportedProgram reported, List<Long> values, List<MadeCall> calls) {
    this.reported = reported;
    this.values = values;
    this.calls = calls;
    calls.stream().filter(MadeCall::failed).forEach(call -> {
      failed.add(call.from());
      failed.add(call.to());
    });
  }

  /** What is wrong with the balances when all calls have returned. */
  Set<AnomalyKind> anomalies() {
    Set<AnomalyKind> kinds = EnumSet.noneOf(AnomalyKind.class);
    List<BigInteger> surplus = surplus(MadeCall::mayHaveMoved);
    BigInteger elsewhere = BigInteger.ZERO;
    boolean wrongElsewhere = false;
    for (int sum = 0; sum < surplus.size(); sum++) {
      boolean wrong = surplus.get(sum).signum() != 0;
      if (isOfAFailedTransfer(sum)) {
        if (wrong) {
          kinds.add(AnomalyKind.NOT_UNDONE);
        }
      } else {
        wrongElsewhere |= wrong;
        elsewhere = elsewhere.add(surplus.get(sum));
      }
    }
    if (wrongElsewhere) {
      kinds.add(mayBeALostTransfer() ? AnomalyKind.LOST_TRANSFER : bySign(elsewhere));
    }
    return kinds;
  }

  /** Whether a reported sum has an account of a transfer that failed. */
  private boolean isOfAFailedTransfer(int sum) {
    return reported.sums().get(sum).stream().anyMatch(failed::contains);
  }

  /**
   * Whether not every account is reported, and those that are would be right if some transfer that
   * said it moved the money had not: the total may be right.
   */
  private boolean mayBeALostTransfer() {
    return !reported.coversEveryAccount()
        && size(surplus(call -> call.moved() || call.mayHaveMoved())).signum() == 0;
  }

  private static AnomalyKind bySign(BigInteger surplus) {
    return switch (surplus.signum()) {
      case -1 -> AnomalyKind.LOST_MONEY;
      case 1 -> AnomalyKind.MADE_MONEY;
      default -> AnomalyKind.LOST_TRANSFER;
    };
  }

  /**
   * By how much each sum is too high. Of the transfers that are uncertain, those are assumed to be
   * made that explain the balances best; if several do, those that blame what is wrong on a
   * transfer that failed.
   */
  private List<BigInteger> surplus(Predicate<MadeCall> uncertain) {
    // A set: of many transfers alike, only the number that were made counts
    Set<List<BigInteger>> possible = new LinkedHashSet<>(Set.of(unmoved()));
    for (MadeCall call : calls) {
      if (uncertain.test(call)) {
        List.copyOf(possible).forEach(surplus -> possible.add(after(call, surplus)));
      } else if (call.moved()) {
        List<List<BigInteger>> before = List.copyOf(possible);
        possible.clear();
        before.forEach(surplus -> possible.add(after(call, surplus)));
      }
    }
    return possible.stream()
        .min(Comparator.comparing(FinalBalances::size).thenComparing(this::sizeElsewhere))
        .orElseThrow();
  }

  private List<BigInteger> unmoved() {
    List<BigInteger> surplus = new ArrayList<>();
    for (int sum = 0; sum < values.size(); sum++) {
      BigInteger opening = reported.sums().get(sum).stream()
          .map(account -> BigInteger.valueOf(openingBalances().get(account)))
          .reduce(BigInteger.ZERO, BigInteger::add);
      surplus.add(BigInteger.valueOf(values.get(sum)).subtract(opening));
    }
    return surplus;
  }

  /** The surplus if this transfer was made as well; it is the same if its accounts are unknown. */
  private List<BigInteger> after(MadeCall call, List<BigInteger> surplus) {
    if (!exists(call.from()) || !exists(call.to())) {
      return surplus;
    }
    List<BigInteger> after = new ArrayList<>(surplus);
    for (int sum = 0; sum < after.size(); sum++) {
      Collection<Integer> accounts = reported.sums().get(sum);
      BigInteger moved = BigInteger.ZERO;
      moved = accounts.contains(call.from()) ? moved.add(call.amount()) : moved;
      moved = accounts.contains(call.to()) ? moved.subtract(call.amount()) : moved;
      after.set(sum, after.get(sum).add(moved));
    }
    return after;
  }

  private boolean exists(int account) {
    return account >= 0 && account < openingBalances().size();
  }

  private List<Long> openingBalances() {
    return reported.program().openingBalances();
  }

  /** What is wrong with the sums in which no transfer failed. */
  private BigInteger sizeElsewhere(List<BigInteger> surplus) {
    return IntStream.range(0, surplus.size())
        .filter(sum -> !isOfAFailedTransfer(sum))
        .mapToObj(surplus::get)
        .map(BigInteger::abs)
        .reduce(BigInteger.ZERO, BigInteger::add);
  }

  private static BigInteger size(List<BigInteger> surplus) {
    return surplus.stream().map(BigInteger::abs).reduce(BigInteger.ZERO, BigInteger::add);
  }
}
