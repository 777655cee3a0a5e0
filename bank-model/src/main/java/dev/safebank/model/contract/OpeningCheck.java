package dev.safebank.model.contract;

import dev.safebank.model.Bank;
import dev.safebank.model.BankFactory;
import dev.safebank.model.Midway;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;

/** Checks that a bank refuses negative opening balances, and shares no array with its callers. */
final class OpeningCheck implements AutoCloseable {

  private final BankFactory factory;
  private final CallerThread caller;

  OpeningCheck(BankFactory factory, Duration timeLimit) {
    this.factory = factory;
    this.caller = new CallerThread(timeLimit);
  }

  void check() throws InterruptedException {
    refuses(-1, 100);
    refuses(100, Long.MIN_VALUE);
    long[] opening = {100, 100};
    Bank bank = open(opening);
    opening[0] = 1;
    requireUntouched(bank, "the array of opening balances was changed after opening");
    bank.balances()[1] = 1;
    requireUntouched(bank, "the array that balances() returned was changed");
  }

  private void refuses(long... negative) throws InterruptedException {
    String words = "opening with " + Observation.list(negative)
        + ": specified IllegalArgumentException, the factory ";
    Future<Boolean> refused = caller.start(() -> {
      try {
        factory.open(negative, Midway.NOTHING);
        return false;
      } catch (IllegalArgumentException refusal) {
        return true;
      } catch (RuntimeException | Error other) {
        throw new ContractViolation(words + "threw " + other);
      }
    });
    if (!caller
        .result(refused)
        .orElseThrow(() -> new ContractViolation(words + "did not return"))) {
      throw new ContractViolation(words + "gave a bank");
    }
  }

  private Bank open(long[] opening) throws InterruptedException {
    return caller
        .result(caller.start(() -> Opener.open(factory, opening, Midway.NOTHING).orElseThrow()))
        .orElseThrow(() -> Opener.violation(Observation.list(opening), "did not return"));
  }

  private static void requireUntouched(Bank bank, String change) {
    List<Long> balances = Observation.list(bank.balances());
    if (!balances.equals(List.of(100L, 100L))) {
      throw new ContractViolation(
          change + ": specified [100, 100] as before, the bank gave " + balances);
    }
  }

  @Override
  public void close() {
    caller.close();
  }
}
