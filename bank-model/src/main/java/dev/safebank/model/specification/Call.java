package dev.safebank.model.specification;

import dev.safebank.model.Bank;

/** One call of an operation of a bank, as a value. */
public sealed interface Call {

  /**
   * Makes this call.
   *
   * @return what the bank returns: a {@link Boolean} or a {@link Long}
   * @throws InterruptedException if the bank throws it; other exceptions are passed on as well
   */
  Object on(Bank bank) throws InterruptedException;

  /** Whether the {@link dev.safebank.model.Midway} hook throws in this call. */
  boolean failsMidway();

  /** A call of {@link Bank#transfer}. */
  record Transfer(int from, int to, long amount, boolean failsMidway) implements Call {

    /** A transfer in which the hook does nothing. */
    public Transfer(int from, int to, long amount) {
      this(from, to, amount, false);
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
    public boolean failsMidway() {
      return false;
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
    public Long on(Bank bank) throws InterruptedException {
      return bank.transferAndValidate(from, to, amount);
    }

    @Override
    public String toString() {
      return Call.words("transferAndValidate", from, to, amount, failsMidway);
    }
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
