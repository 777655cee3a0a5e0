package dev.safebank.model.specification;

import dev.safebank.model.BankArguments;
import dev.safebank.model.Midway;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Actors that each make some calls to one bank, at the same time.
 *
 * <pre>{@code
 * Program.on(100, 100).actor(new Call.Transfer(0, 1, 50)).actor(new Call.Validate())
 * }</pre>
 *
 * @param openingBalances of the bank, each at least 0
 * @param actors the calls of each actor, in its order
 */
public record Program(List<Long> openingBalances, List<List<Call>> actors) {

  /**
   * A program.
   *
   * @throws IllegalArgumentException if an opening balance is negative, or if two transfers with
   *     the same accounts and amount differ in whether they fail midway: the hook cannot tell them
   *     apart
   */
  public Program {
    openingBalances = List.copyOf(openingBalances);
    actors = actors.stream().map(List::copyOf).toList();
    BankArguments.checkedCopy(array(openingBalances));
    failures(actors);
  }

  /** A program without actors on a bank with these opening balances. */
  public static Program on(long... openingBalances) {
    return new Program(LongStream.of(openingBalances).boxed().toList(), List.of());
  }

  /** This program with one more actor. */
  public Program actor(Call... calls) {
    List<List<Call>> more = new ArrayList<>(actors);
    more.add(List.of(calls));
    return new Program(openingBalances, more);
  }

  /**
   * Refuses a program that interrupts an actor which it does not have.
   *
   * @throws IllegalArgumentException if it does
   */
  void requireInterruptedActors() {
    actors.stream().flatMap(List::stream).forEach(call -> {
      if (call instanceof Call.Interrupt interrupt
          && (interrupt.actor() < 0 || interrupt.actor() >= actors.size())) {
        throw new IllegalArgumentException(call + ": there is no such actor in " + this);
      }
    });
  }

  /** The call at a position. */
  public Call call(CallPosition position) {
    return actors.get(position.actor()).get(position.index());
  }

  /** The opening balances in a new array, to open a bank with. */
  public long[] opening() {
    return array(openingBalances);
  }

  /**
   * The hook to open a bank with: it throws a {@link MidwayFailure} in the calls that fail midway.
   * It has no state, so it behaves alike in every execution and every thread.
   */
  public Midway hook() {
    Map<Movement, Boolean> failures = failures(actors);
    return (from, to, amount) -> {
      if (failures.getOrDefault(new Movement(from, to, amount), false)) {
        throw new MidwayFailure();
      }
    };
  }

  /** The arguments that the hook receives for a call. */
  private record Movement(int from, int to, long amount) {}

  private static Map<Movement, Boolean> failures(List<List<Call>> actors) {
    Map<Movement, Boolean> failures = new HashMap<>();
    actors.stream().flatMap(List::stream).forEach(call -> {
      if (call instanceof Call.Transfer transfer) {
        put(failures, new Movement(transfer.from(), transfer.to(), transfer.amount()), call);
      } else if (call instanceof Call.TransferAndValidate nested) {
        put(failures, new Movement(nested.from(), nested.to(), nested.amount()), call);
      }
    });
    return Map.copyOf(failures);
  }

  private static void put(Map<Movement, Boolean> failures, Movement movement, Call call) {
    Boolean other = failures.put(movement, call.failsMidway());
    if (other != null && other != call.failsMidway()) {
      throw new IllegalArgumentException(call
          + " and a transfer with the same accounts and amount differ in whether they fail midway:"
          + " give them different amounts");
    }
  }

  private static long[] array(List<Long> balances) {
    return balances.stream().mapToLong(Long::longValue).toArray();
  }

  @Override
  public String toString() {
    return actors.stream()
            .map(calls -> calls.stream().map(Call::toString).collect(Collectors.joining(", ")))
            .collect(Collectors.joining(" ‖ "))
        + " on "
        + openingBalances;
  }
}
