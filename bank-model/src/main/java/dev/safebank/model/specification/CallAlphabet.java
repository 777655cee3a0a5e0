package dev.safebank.model.specification;

import java.util.ArrayList;
import java.util.List;

/**
 * All calls over a set of accounts and amounts: a validation, and for every ordered pair of
 * accounts, the same one twice included, and every amount, a transfer and a transfer with
 * validation, each with a hook that does nothing and one that throws.
 */
public final class CallAlphabet {

  private final List<Integer> accounts;
  private final List<Long> amounts;

  /** The alphabet over these accounts and amounts, bad ones included if there are any. */
  public CallAlphabet(List<Integer> accounts, List<Long> amounts) {
    this.accounts = List.copyOf(accounts);
    this.amounts = List.copyOf(amounts);
  }

  /** All calls, each once. */
  public List<Call> calls() {
    List<Call> calls = new ArrayList<>();
    calls.add(new Call.Validate());
    for (int from : accounts) {
      for (int to : accounts) {
        for (long amount : amounts) {
          for (boolean failsMidway : new boolean[] {false, true}) {
            calls.add(new Call.Transfer(from, to, amount, failsMidway));
            calls.add(new Call.TransferAndValidate(from, to, amount, failsMidway));
          }
        }
      }
    }
    return calls;
  }
}
