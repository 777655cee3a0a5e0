package dev.safebank.model.specification;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Compares the reported final balances with those that the transfers should have left, by their
 * results.
 */
final class FinalBalances {

  private final ReportedProgram reported;
  private final List<Long> values;
  private final List<MadeCall> calls;

  /** The values are those of the reported sums. */
  FinalBalances(ReportedProgram reported, List<Long> values, List<MadeCall> calls) {
    this.reported = reported;
    this.values = values;
    this.calls = calls;
  }

  /** What is wrong with the balances when all calls have returned. */
  Set<AnomalyKind> anomalies() {
    Set<AnomalyKind> kinds = EnumSet.noneOf(AnomalyKind.class);
    Set<Integer> failed = new HashSet<>();
    calls.stream().filter(MadeCall::failed).forEach(call -> {
      failed.add(call.from());
      failed.add(call.to());
    });
    List<BigInteger> surplus = surplus(MadeCall::mayHaveMoved);
    BigInteger elsewhere = BigInteger.ZERO;
    boolean wrongElsewhere = false;
    for (int sum = 0; sum < surplus.size(); sum++) {
      boolean wrong = surplus.get(sum).signum() != 0;
      if (reported.sums().get(sum).stream().anyMatch(failed::contains)) {
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
   * made that explain the balances best.
   */
  private List<BigInteger> surplus(Predicate<MadeCall> uncertain) {
    List<List<BigInteger>> possible = new ArrayList<>(List.of(unmoved()));
    for (MadeCall call : calls) {
      if (uncertain.test(call)) {
        List.copyOf(possible).forEach(surplus -> possible.add(after(call, surplus)));
      } else if (call.moved()) {
        possible.replaceAll(surplus -> after(call, surplus));
      }
    }
    return possible.stream().min(Comparator.comparing(FinalBalances::size)).orElseThrow();
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

  private static BigInteger size(List<BigInteger> surplus) {
    return surplus.stream().map(BigInteger::abs).reduce(BigInteger.ZERO, BigInteger::add);
  }
}
