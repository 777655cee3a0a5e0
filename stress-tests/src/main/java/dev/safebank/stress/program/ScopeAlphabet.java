package dev.safebank.stress.program;

import dev.safebank.model.specification.Call;
import dev.safebank.model.specification.Program;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The set of calls from which the programs of a scope are composed, and the opening balances:
 * {@value #OPENING_BALANCE} for each account, unless an alphabet says otherwise.
 */
public enum ScopeAlphabet {

  /**
   * A validation; for every ordered pair of accounts, the same one twice included, a transfer of
   * each of these amounts: one that suffices once, not twice; one that empties the account; one
   * that exceeds it; one whose transfer fails midway. The same with validation, where only from the
   * first account to the last the account is emptied or exceeded. And of each a call with an amount
   * that is not positive, and one with an account that there is not.
   */
  FULL("") {
    @Override
    List<Call> calls(int accounts) {
      List<Call> calls = new ArrayList<>(List.of(new Call.Validate()));
      List<Call> nested = new ArrayList<>();
      for (int from = 0; from < accounts; from++) {
        for (int to = 0; to < accounts; to++) {
          for (long amount : new long[] {SUFFICES, OPENING_BALANCE, EXCEEDS}) {
            calls.add(new Call.Transfer(from, to, amount));
          }
          nested.add(new Call.TransferAndValidate(from, to, SUFFICES));
          calls.add(new Call.Transfer(from, to, FAILS_MIDWAY, true));
          nested.add(new Call.TransferAndValidate(from, to, FAILS_MIDWAY, true));
        }
      }
      calls.addAll(nested);
      calls.add(new Call.TransferAndValidate(0, accounts - 1, OPENING_BALANCE));
      calls.add(new Call.TransferAndValidate(0, accounts - 1, EXCEEDS));
      calls.add(new Call.Transfer(0, accounts - 1, 0));
      calls.add(new Call.Transfer(accounts, 0, SUFFICES));
      calls.add(new Call.TransferAndValidate(0, accounts - 1, 0));
      calls.add(new Call.TransferAndValidate(accounts, 0, SUFFICES));
      return calls;
    }
  },

  /**
   * A validation; for every ordered pair of different accounts a transfer that suffices once, not
   * twice; and, from the first account to the last, one that fails midway, one with validation and
   * one with an amount that is not positive.
   */
  SMALL(" (small alphabet)") {
    @Override
    List<Call> calls(int accounts) {
      List<Call> calls = new ArrayList<>(List.of(new Call.Validate()));
      calls.addAll(transfers(accounts));
      calls.add(new Call.Transfer(0, accounts - 1, FAILS_MIDWAY, true));
      calls.add(new Call.TransferAndValidate(0, accounts - 1, SUFFICES));
      calls.add(new Call.Transfer(0, accounts - 1, 0));
      return calls;
    }
  },

  /**
   * The calls of the small alphabet, and a transfer from the first account to the last that exceeds
   * it. One more actor interrupts one of the others, which looks after its last call whether it is
   * interrupted, and validates: every program is there once for each of its actors.
   */
  INTERRUPTS(", one of them interrupted") {
    @Override
    List<Call> calls(int accounts) {
      return Stream.concat(
              SMALL.calls(accounts).stream(),
              Stream.of(new Call.Transfer(0, accounts - 1, EXCEEDS)))
          .toList();
    }

    @Override
    boolean interrupts() {
      return true;
    }
  },

  /**
   * The first account opens with so much that the total is the largest but one, or that it
   * overflows and so would a deposit there. A validation; transfers between the first account and
   * every other that suffice, from the first to itself and, from the last to the first, one of all
   * the money there is, one that fails midway and one with validation.
   */
  OVERFLOW(" (balances near the largest)") {
    @Override
    List<Call> calls(int accounts) {
      List<Call> calls = new ArrayList<>(List.of(new Call.Validate()));
      for (int other = 1; other < accounts; other++) {
        calls.add(new Call.Transfer(other, 0, SUFFICES));
        calls.add(new Call.Transfer(0, other, SUFFICES));
      }
      calls.add(new Call.Transfer(0, 0, SUFFICES));
      calls.add(new Call.Transfer(accounts - 1, 0, Long.MAX_VALUE));
      calls.add(new Call.Transfer(accounts - 1, 0, FAILS_MIDWAY, true));
      calls.add(new Call.TransferAndValidate(accounts - 1, 0, SUFFICES));
      return calls;
    }

    @Override
    List<List<Long>> openings(int accounts) {
      long others = (accounts - 1) * OPENING_BALANCE;
      return List.of(
          opening(Long.MAX_VALUE - 1 - others, accounts),
          opening(Long.MAX_VALUE - OPENING_BALANCE / 2, accounts));
    }

    private List<Long> opening(long first, int accounts) {
      List<Long> balances = new ArrayList<>(Collections.nCopies(accounts, OPENING_BALANCE));
      balances.set(0, first);
      return balances;
    }
  },

  /**
   * The calls of the full alphabet; for every ordered pair of accounts, the same one twice
   * included, a transfer of so little that it suffices very often, and the same with validation;
   * and another bank beside this one, that opens like it, and one that does not. They are made by
   * one actor in {@linkplain LongSequences long sequences}.
   */
  LONG(" (each again and again, and all mixed)") {
    @Override
    List<Call> calls(int accounts) {
      List<Call> calls = new ArrayList<>(FULL.calls(accounts));
      for (int from = 0; from < accounts; from++) {
        for (int to = 0; to < accounts; to++) {
          calls.add(new Call.Transfer(from, to, SUFFICES_OFTEN));
          calls.add(new Call.TransferAndValidate(from, to, SUFFICES_OFTEN));
        }
      }
      calls.add(new Call.AnotherBank(Collections.nCopies(accounts, OPENING_BALANCE)));
      calls.add(new Call.AnotherBank(OTHER_BALANCES));
      return calls;
    }

    @Override
    boolean isLong() {
      return true;
    }
  };

  /** The opening balance of every account. */
  static final long OPENING_BALANCE = 100;

  private static final long SUFFICES_OFTEN = 1;
  private static final long SUFFICES = 60;
  private static final long EXCEEDS = 101;
  private static final long FAILS_MIDWAY = 40;

  /** Of a bank with another number of accounts than most. */
  private static final List<Long> OTHER_BALANCES = List.of(500L, 20L, 7L, 0L, 1L, 3L);

  private final String inWords;

  ScopeAlphabet(String inWords) {
    this.inWords = inWords;
  }

  /** The calls, the simplest first. */
  abstract List<Call> calls(int accounts);

  /** What the accounts open with: every program is there once for each. */
  List<List<Long>> openings(int accounts) {
    return List.of(Collections.nCopies(accounts, OPENING_BALANCE));
  }

  /** Whether one of the actors is interrupted. */
  boolean interrupts() {
    return false;
  }

  /** Whether one actor makes long sequences of the calls, instead of all short ones. */
  boolean isLong() {
    return false;
  }

  /** What the alphabet adds to a scope in words. */
  String inWords() {
    return inWords;
  }

  /** Whether a program has the opening balances that most have. */
  static boolean opensAsUsual(Program program) {
    return program.openingBalances().stream().allMatch(balance -> balance == OPENING_BALANCE);
  }

  /** The alphabet's name, as options give it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The names of all, for a pattern. */
  static String words() {
    return Stream.of(values()).map(ScopeAlphabet::word).collect(Collectors.joining("|"));
  }

  private static List<Call> transfers(int accounts) {
    List<Call> calls = new ArrayList<>();
    for (int from = 0; from < accounts; from++) {
      for (int to = 0; to < accounts; to++) {
        if (from != to) {
          calls.add(new Call.Transfer(from, to, SUFFICES));
        }
      }
    }
    return calls;
  }
}
