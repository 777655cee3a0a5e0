package dev.safebank.model.specification;

import dev.safebank.model.Bank;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One call of an actor, as a value: of an operation of the bank, about interrupts, or to another
 * bank.
 */
public sealed interface Call {

  /**
   * Makes this call.
   *
   * @return what the bank returns: a {@link Boolean} or a {@link Long}; text for another bank
   * @throws InterruptedException if the bank throws it; other exceptions are passed on as well
   * @throws IllegalStateException if this is no call of a bank
   */
  Object on(Bank bank) throws InterruptedException;

  /** Whether the {@link dev.safebank.model.Midway} hook throws in this call. */
  default boolean failsMidway() {
    return false;
  }

  /** Whether a bank is called, and may move money. */
  default boolean transfers() {
    return false;
  }

  /** Whether a bank is called, and adds up its balances. */
  default boolean validates() {
    return false;
  }

  /** A call of {@link Bank#transfer}. */
  record Transfer(int from, int to, long amount, boolean failsMidway) implements Call {

    /** A transfer in which the hook does nothing. */
    public Transfer(int from, int to, long amount) {
      this(from, to, amount, false);
    }

    @Override
    public boolean transfers() {
      return true;
    }

    @Override
    public Boolean on(Bank bank) throws InterruptedException {
      return bank.transfer(from, to, amount);
    }

    @Override
    public String toString() {
      return Call.words("transfer", from, to, amount, failsMidway);
    }
  }

  /** A call of {@link Bank#validate}. */
  record Validate() implements Call {

    @Override
    public Long on(Bank bank) throws InterruptedException {
      return bank.validate();
    }

    @Override
    public boolean validates() {
      return true;
    }

    @Override
    public String toString() {
      return "validate()";
    }
  }

  /** A call of {@link Bank#transferAndValidate}. */
  record TransferAndValidate(int from, int to, long amount, boolean failsMidway) implements Call {

    /** A transfer and validation in which the hook does nothing. */
    public TransferAndValidate(int from, int to, long amount) {
      this(from, to, amount, false);
    }

    @Override
    public boolean transfers() {
      return true;
    }

    @Override
    public boolean validates() {
      return true;
    }

    @Override
    public Long on(Bank bank) throws InterruptedException {
      return bank.transferAndValidate(from, to, amount);
    }

    @Override
    public String toString() {
      return Call.words("transferAndValidate", from, to, amount, failsMidway);
    }
  }

  /**
   * An interrupt of an actor's thread, by {@link Thread#interrupt}. It is no call of a bank.
   *
   * @param actor the number of the actor, from 0
   */
  record Interrupt(int actor) implements Call {

    @Override
    public Object on(Bank bank) {
      throw noCallOfABank(this);
    }

    /** The actor's letter: A for the first one. */
    @Override
    public String toString() {
      return "interrupt(" + (char) ('A' + actor) + ")";
    }
  }

  /**
   * {@link Thread#interrupted}: whether the actor that calls it is interrupted, which it no longer
   * is then. It is no call of a bank, and shows whether a bank's calls have left the interrupt
   * status as they must.
   */
  record Interrupted() implements Call {

    @Override
    public Object on(Bank bank) {
      throw noCallOfABank(this);
    }

    @Override
    public String toString() {
      return "interrupted()";
    }
  }

  /**
   * Another bank of the same class is opened, moves one cent from its first account to its last,
   * and adds up its balances. It has nothing to do with the program's bank: neither shows in the
   * other.
   *
   * @param openingBalances of the other bank
   */
  record AnotherBank(List<Long> openingBalances) implements Call {

    /** The amount that the other bank moves. */
    public static final long AMOUNT = 1;

    /** Another bank with these balances. */
    public AnotherBank {
      openingBalances = List.copyOf(openingBalances);
    }

    /** The balances in a new array, to open the other bank with. */
    public long[] opening() {
      return openingBalances.stream().mapToLong(Long::longValue).toArray();
    }

    /** The account to which the other bank moves {@link #AMOUNT} from its first. */
    public int last() {
      return openingBalances.size() - 1;
    }

    /** What the call returns, in words: what the other bank says, and holds in the end. */
    public static String result(boolean moved, long total, long[] balances) {
      return "%s, %d, %s".formatted(moved, total, Arrays.toString(balances));
    }

    /** Makes the call, with the other bank. */
    @Override
    public String on(Bank other) throws InterruptedException {
      boolean moved = other.transfer(0, last(), AMOUNT);
      long total = other.validate();
      return result(moved, total, other.balances());
    }

    @Override
    public String toString() {
      return openingBalances.stream()
          .map(String::valueOf)
          .collect(Collectors.joining(", ", "anotherBank(", ")"));
    }
  }

  private static IllegalStateException noCallOfABank(Call call) {
    return new IllegalStateException(call + " is no call of a bank");
  }

  private static String words(
      String operation, int from, int to, long amount, boolean failsMidway) {
    return operation
        + "("
        + from
        + ", "
        + to
        + ", "
        + amount
        + (failsMidway ? ") failing midway" : ")");
  }
}
