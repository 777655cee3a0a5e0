package dev.safebank.model.contract;

import dev.safebank.model.Bank;
import dev.safebank.model.specification.CallResult;
import dev.safebank.model.specification.ReferenceBank;
import java.util.List;
import java.util.stream.LongStream;

/**
 * What one call did.
 *
 * @param balances after the call
 * @param hookCalls the arguments of each call of the hook
 * @param interrupted the interrupt status of the calling thread after the call
 */
record Observation(
    CallResult result, List<Long> balances, List<String> hookCalls, boolean interrupted) {

  /**
   * What the specification says of a call on these balances by a thread that is not interrupted.
   */
  static Observation specified(List<Long> balances, SequenceStep step) {
    RecordingHook hook = new RecordingHook();
    hook.prepare(step.call());
    Bank reference = new ReferenceBank(array(balances), hook);
    CallResult result = CallResult.of(() -> step.call().on(reference));
    return new Observation(result, list(reference.balances()), hook.calls(), false);
  }

  /** Makes a call in the current thread, whose interrupt status is clear afterwards. */
  static Observation of(Bank bank, SequenceStep step, RecordingHook hook) {
    hook.prepare(step.call());
    if (step.interrupted()) {
      Thread.currentThread().interrupt();
    }
    CallResult result = CallResult.of(() -> step.call().on(bank));
    boolean interrupted = Thread.interrupted();
    return new Observation(result, list(bank.balances()), hook.calls(), interrupted);
  }

  static List<Long> list(long[] balances) {
    return LongStream.of(balances).boxed().toList();
  }

  private static long[] array(List<Long> balances) {
    return balances.stream().mapToLong(Long::longValue).toArray();
  }
}
