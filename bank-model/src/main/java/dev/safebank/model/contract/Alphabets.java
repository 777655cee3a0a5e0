package dev.safebank.model.contract;

import dev.safebank.model.specification.Call;
import dev.safebank.model.specification.CallAlphabet;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** The opening balances and calls from which the checks are composed. */
final class Alphabets {

  /**
   * Balances that are equal; of which one is empty, and the total is the highest there is; of which
   * the total overflows, by one account and by two; a single account; and none.
   */
  static final List<long[]> OPENINGS = List.of(
      new long[] {100, 100, 100},
      new long[] {0, 7, Long.MAX_VALUE - 7},
      new long[] {Long.MAX_VALUE, 1, 0},
      new long[] {Long.MAX_VALUE, Long.MAX_VALUE},
      new long[] {100},
      new long[] {});

  /** One call for each way in which a call ends, on three accounts of 100. */
  static final List<Call> KINDS = List.of(
      new Call.Validate(),
      new Call.Transfer(0, 1, 50),
      new Call.Transfer(1, 0, 150),
      new Call.Transfer(1, 1, 100),
      new Call.Transfer(0, 2, 101),
      new Call.Transfer(0, 3, 1),
      new Call.Transfer(0, 1, 0),
      new Call.Transfer(0, 1, 50, true),
      new Call.TransferAndValidate(0, 1, 50),
      new Call.TransferAndValidate(0, 1, 101),
      new Call.TransferAndValidate(3, 0, 1),
      new Call.TransferAndValidate(1, 0, 50, true));

  /** Calls on four accounts that may wait for a transfer from 0 to 1. */
  static final List<Call> WHILE_A_TRANSFER_IS_MIDWAY = List.of(
      new Call.Transfer(2, 3, 50),
      new Call.Transfer(0, 2, 50),
      new Call.Transfer(2, 1, 50),
      new Call.Validate(),
      new Call.TransferAndValidate(2, 3, 50));

  private static final int ONE_IN_EIGHT = 8;
  private static final long MOST = 150;

  private Alphabets() {}

  /**
   * Every call on the accounts of a bank and those next to them, with amounts that are too small,
   * that empty an account, that exceed it by one, and the extremes.
   */
  static List<Call> all(long[] balances) {
    List<Integer> accounts = IntStream.rangeClosed(-1, balances.length).boxed().toList();
    TreeSet<Long> amounts =
        new TreeSet<>(List.of(Long.MIN_VALUE, -1L, 0L, 1L, 50L, Long.MAX_VALUE));
    for (long balance : balances) {
      amounts.add(balance);
      amounts.add(balance + (balance == Long.MAX_VALUE ? 0 : 1));
    }
    return new CallAlphabet(accounts, List.copyOf(amounts)).calls();
  }

  /** A random call, now and then with a bad account, a hook that throws, or interrupted. */
  static SequenceStep random(Random random, int accounts) {
    int from = random.nextInt(accounts);
    int to = oneIn(random) ? accounts : random.nextInt(accounts);
    long amount = 1 + (long) (random.nextDouble() * MOST);
    boolean failsMidway = oneIn(random);
    Call call = switch (random.nextInt(3)) {
      case 0 -> new Call.Validate();
      case 1 -> new Call.Transfer(from, to, amount, failsMidway);
      default -> new Call.TransferAndValidate(from, to, amount, failsMidway);
    };
    return new SequenceStep(call, oneIn(random));
  }

  private static boolean oneIn(Random random) {
    return random.nextInt(ONE_IN_EIGHT) == 0;
  }
}
