package dev.safebank.model.contract;

import dev.safebank.model.Bank;
import dev.safebank.model.BankFactory;
import dev.safebank.model.Promise;
import dev.safebank.model.specification.Call;
import dev.safebank.model.specification.CallResult;
import dev.safebank.model.specification.MidwayFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes a sequence of steps on one bank, compares each with the specification, and remembers. */
final class SequenceRun {

  private final Set<Promise> keeps;
  private final List<SequenceStep> steps;
  private final List<SequenceStep> made = new ArrayList<>();
  private final RecordingHook hook = new RecordingHook();
  private List<Long> balances;
  private Optional<Bank> bank = Optional.empty();
  private volatile Optional<Expectation> current = Optional.empty();

  /**
   * A sequence of steps, none of them made yet.
   *
   * @param keeps the promises that the bank keeps; it is exempt from what the others say
   */
  SequenceRun(long[] openingBalances, List<SequenceStep> steps, Set<Promise> keeps) {
    this.balances = Observation.list(openingBalances);
    this.steps = List.copyOf(steps);
    this.keeps = keeps;
  }

  /** Opens the bank. If the bank refuses because the total overflows, no step is made. */
  void open(BankFactory factory) {
    long[] opening = balances.stream().mapToLong(Long::longValue).toArray();
    bank = Opener.open(factory, opening, hook);
  }

  /**
   * Makes one step in the current thread, unless an earlier one left the bank in a state that is
   * not specified, or the bank is exempt from the contract of this call.
   *
   * @throws ContractViolation if the bank deviates from the specification
   */
  void make(int index) {
    if (bank.isEmpty() || index >= steps.size() || exempt(steps.get(index).call())) {
      return;
    }
    SequenceStep step = steps.get(index);
    Expectation expectation = Expectation.of(step, balances, made);
    current = Optional.of(expectation);
    Observation observed = observe(bank.get(), expectation);
    boolean balancesMatter = keeps.contains(Promise.UNDOES_FAILED_TRANSFERS)
        || !failedTransfer(expectation.specified().result());
    if (!expectation.allows(observed, balancesMatter)) {
      throw expectation.gave(observed);
    }
    boolean mayHoldLocks =
        !keeps.contains(Promise.RELEASES_LOCKS) && observed.result() instanceof CallResult.Threw;
    if (!balancesMatter || mayHoldLocks) {
      bank = Optional.empty();
    }
    balances = observed.balances();
    made.add(step);
  }

  private Observation observe(Bank opened, Expectation expectation) {
    try {
      return Observation.of(opened, expectation.step(), hook);
    } catch (RuntimeException | Error thrown) {
      throw expectation.balancesThrew(thrown);
    }
  }

  /** Whether the bank is exempt from the whole contract of a call. */
  private boolean exempt(Call call) {
    return call instanceof Call.TransferAndValidate && !keeps.contains(Promise.NESTS);
  }

  private static boolean failedTransfer(CallResult specified) {
    return specified.equals(new CallResult.Threw(MidwayFailure.class))
        || specified.equals(new CallResult.Threw(ArithmeticException.class));
  }

  /** What to say if the step that is being made does not return. */
  ContractViolation didNotReturn(CallerThread caller) {
    return bank.isEmpty() || current.isEmpty()
        ? Opener.violation(balances, "did not return")
        : current.get().didNotReturn(caller.position(bank.get().getClass()));
  }
}
