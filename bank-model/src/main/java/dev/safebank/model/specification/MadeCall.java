package dev.safebank.model.specification;

import java.math.BigInteger;

/** A call of a program with its result in one outcome. */
record MadeCall(CallPosition position, Call call, CallResult result) {

  /** Whether it moves money if all goes well. */
  boolean transfers() {
    return call.transfers();
  }

  /** Whether it validates from inside a transfer. */
  boolean validatesInside() {
    return call instanceof Call.TransferAndValidate;
  }

  /**
   * Whether calls of its kind may end so in some program: it returned a value of the right type,
   * its hook threw, or something overflowed.
   */
  boolean isOfItsKind() {
    if (result instanceof CallResult.Returned returned) {
      return call.validates()
          ? returned.value() instanceof Long
          : returned.value() instanceof Boolean;
    }
    return result.equals(new CallResult.Threw(ArithmeticException.class))
        || (call.failsMidway() && result.equals(new CallResult.Threw(MidwayFailure.class)));
  }

  /** Whether its transfer was begun and failed. */
  boolean failed() {
    return transfers()
        && result instanceof CallResult.Threw threw
        && threw.type() != IllegalArgumentException.class;
  }

  /** Whether its result says neither that the money moved nor that it did not. */
  boolean mayHaveMoved() {
    return call instanceof Call.TransferAndValidate
        && (result instanceof CallResult.Returned
            || result.equals(new CallResult.Threw(ArithmeticException.class))
            || result.equals(new CallResult.Threw(InterruptedException.class)));
  }

  /** Whether its result says that the money moved. */
  boolean moved() {
    return transfers() && result.equals(new CallResult.Returned(true));
  }

  int from() {
    return call instanceof Call.Transfer transfer
        ? transfer.from()
        : ((Call.TransferAndValidate) call).from();
  }

  int to() {
    return call instanceof Call.Transfer transfer
        ? transfer.to()
        : ((Call.TransferAndValidate) call).to();
  }

  BigInteger amount() {
    return BigInteger.valueOf(
        call instanceof Call.Transfer transfer
            ? transfer.amount()
            : ((Call.TransferAndValidate) call).amount());
  }

  @Override
  public String toString() {
    return call + " gave " + ReportText.of(result);
  }
}
