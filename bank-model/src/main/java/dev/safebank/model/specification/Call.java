package dev.safebank.model.specification;

import dev.safebank.model.Bank;

/** One call of an actor, as a value: of an operation of a bank, or about interrupts. */
public sealed interface Call {

  /**
   * Makes this call.
   *
   * @return what the bank returns: a {@link Boolean} or a {@link Long}
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
