package dev.safebank.model.contract;

import dev.safebank.model.Bank;
import dev.safebank.model.BankFactory;
import dev.safebank.model.Midway;
import dev.safebank.model.Promise;
import dev.safebank.model.specification.Call;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;

/** Checks that a bank passes on what the hook throws, whatever it is, and undoes the transfer. */
final class HookFailures implements AutoCloseable {

  private static final long[] OPENING = {100, 100};

  private final BankFactory factory;
  private final Set<Promise> keeps;
  private final CallerThread caller;

  HookFailures(BankFactory factory, Set<Promise> keeps, Duration timeLimit) {
    this.factory = factory;
    this.keeps = keeps;
    this.caller = new CallerThread(timeLimit);
  }

  void check() throws InterruptedException {
    List<Call> calls = new ArrayList<>(List.of(new Call.Transfer(0, 1, 50)));
    if (keeps.contains(Promise.NESTS)) {
      calls.add(new Call.TransferAndValidate(0, 1, 50));
    }
    for (Call call : calls) {
      check(call, new IllegalStateException("of the hook"));
      check(call, new ArithmeticException("of the hook"));
      check(call, new AssertionError("of the hook"));
      check(call, new InterruptedException("of the hook"));
    }
  }

  private void check(Call call, Throwable failure) throws InterruptedException {
    String words = call + " on [100, 100], where the hook throws " + failure + ": specified that ";
    Bank bank = open(throwing(failure));
    Future<Optional<Throwable>> thrown = caller.start(() -> thrownBy(bank, call));
    Optional<Throwable> actual = caller
        .result(thrown)
        .orElseThrow(() -> new ContractViolation(
            words + "exception, the bank did not return: " + caller.position(bank.getClass())));
    if (actual.isEmpty() || actual.get() != failure) {
      throw new ContractViolation(words
          + "exception, the bank "
          + actual.map(other -> "threw " + other).orElse("returned"));
    }
    List<Long> balances = Observation.list(bank.balances());
    if (keeps.contains(Promise.UNDOES_FAILED_TRANSFERS)
        && !balances.equals(Observation.list(OPENING))) {
      throw new ContractViolation(words + "nothing moved, the bank left " + balances);
    }
  }

  private Bank open(Midway hook) throws InterruptedException {
    return caller
        .result(caller.start(() -> Opener.open(factory, OPENING.clone(), hook).orElseThrow()))
        .orElseThrow(() -> Opener.violation(Observation.list(OPENING), "did not return"));
  }

  private static Optional<Throwable> thrownBy(Bank bank, Call call) {
    try {
      call.on(bank);
      return Optional.empty();
    } catch (Exception | Error thrown) {
      return Optional.of(thrown);
    }
  }

  private static Midway throwing(Throwable failure) {
    return (from, to, amount) -> {
      if (failure instanceof InterruptedException interrupted) {
        throw interrupted;
      }
      if (failure instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) failure;
    };
  }

  @Override
  public void close() {
    caller.close();
  }
}
