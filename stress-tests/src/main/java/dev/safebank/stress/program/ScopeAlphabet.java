package dev.safebank.stress.program;

import dev.safebank.model.specification.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The set of calls from which the programs of a scope are composed. Every account opens with
 * {@value #OPENING_BALANCE}.
 */
public enum ScopeAlphabet {

  /**
   * A validation; for every ordered pair of accounts, the same one twice included, a transfer of
   * each of these amounts: one that suffices once, not twice; one that empties the account; one
   * that exceeds it; one whose transfer fails midway. The same with validation, where only from the
   * first account to the last the account is emptied or exceeded. And of each a call with an amount
   * that is not positive, and one with an account that there is not.
   */
  FULL {
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
   * twice; and, from the first account to the last, one that fails midway and one with validation.
   */
  SMALL {
    @Override
    List<Call> calls(int accounts) {
      List<Call> calls = new ArrayList<>(List.of(new Call.Validate()));
      for (int from = 0; from < accounts; from++) {
        for (int to = 0; to < accounts; to++) {
          if (from != to) {
            calls.add(new Call.Transfer(from, to, SUFFICES));
          }
        }
      }
      calls.add(new Call.Transfer(0, accounts - 1, FAILS_MIDWAY, true));
      calls.add(new Call.TransferAndValidate(0, accounts - 1, SUFFICES));
      return calls;
    }
  };

  /** The opening balance of every account. */
  static final long OPENING_BALANCE = 100;

  private static final long SUFFICES = 60;
  private static final long EXCEEDS = 101;
  private static final long FAILS_MIDWAY = 40;

  /** The calls, the simplest first. */
  abstract List<Call> calls(int accounts);

  /** The alphabet's name, as options give it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
