package dev.safebank.model.contract;

import dev.safebank.model.Bank;
import dev.safebank.model.BankFactory;
import dev.safebank.model.Midway;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** Opens banks and checks that they open as specified. */
final class Opener {

  private Opener() {}

  /**
   * Opens a bank with these very opening balances, not a copy of them.
   *
   * @return empty if the bank refuses them because their total overflows
   * @throws ContractViolation if it refuses others
   */
  static Optional<Bank> open(BankFactory factory, long[] openingBalances, Midway hook) {
    List<Long> opening = Observation.list(openingBalances);
    try {
      Bank bank = factory.open(openingBalances, hook);
      if (bank != null) {
        return Optional.of(bank);
      }
    } catch (Exception | Error refusal) {
      if (refusal instanceof ArithmeticException && overflows(opening)) {
        return Optional.empty();
      }
      throw violation(opening, "threw " + refusal);
    }
    throw violation(opening, "returned null");
  }

  /** The violation of a factory that does something else than to open a bank. */
  static ContractViolation violation(List<Long> opening, String deviation) {
    return new ContractViolation(
        "opening with " + opening + ": specified a bank, the factory " + deviation);
  }

  private static boolean overflows(List<Long> balances) {
    return balances.stream()
            .map(BigInteger::valueOf)
            .reduce(BigInteger.ZERO, BigInteger::add)
            .bitLength()
        > 63;
  }
}
