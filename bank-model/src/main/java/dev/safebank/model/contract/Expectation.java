package dev.safebank.model.contract;

import dev.safebank.model.specification.Call;
import dev.safebank.model.specification.CallResult;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is specified for one step, and how a deviation from it is worded.
 *
 * @param before the balances before the step
 * @param earlier the steps made on the same bank before
 * @param specified what a thread observes that is not interrupted
 */
record Expectation(
    SequenceStep step, List<Long> before, List<SequenceStep> earlier, Observation specified) {

  private static final CallResult INTERRUPTED = new CallResult.Threw(InterruptedException.class);

  Expectation {
    earlier = List.copyOf(earlier);
  }

  /** What is specified for a step on a bank with these balances. */
  static Expectation of(SequenceStep step, List<Long> before, List<SequenceStep> earlier) {
    return new Expectation(step, before, earlier, Observation.specified(before, step));
  }

  /**
   * Whether the contract allows this.
   *
   * @param balancesMatter false if the bank is exempt from leaving the specified balances
   */
  boolean allows(Observation observed, boolean balancesMatter) {
    return completes(observed, balancesMatter) || (step.interrupted() && givesUp(observed));
  }

  private boolean completes(Observation observed, boolean balancesMatter) {
    return observed.result().equals(specified.result())
        && observed.interrupted() == step.interrupted()
        && observed.hookCalls().equals(specified.hookCalls())
        && (!balancesMatter || observed.balances().equals(specified.balances()));
  }

  /** An interrupted call may end before its transfer; one that also validates, after it as well. */
  private boolean givesUp(Observation observed) {
    return observed.result().equals(INTERRUPTED)
        && !observed.interrupted()
        && (observed.balances().equals(before)
            || (step.call() instanceof Call.TransferAndValidate
                && observed.balances().equals(specified.balances())));
  }

  /** The step was made, and the contract does not allow what was observed. */
  ContractViolation gave(Observation observed) {
    String hook = observed.hookCalls().equals(specified.hookCalls())
        ? ""
        : ", and called the hook with "
            + observed.hookCalls()
            + " instead of "
            + specified.hookCalls();
    return violation(
        "gave " + words(observed, step.interrupted() || observed.interrupted()) + hook);
  }

  /** The step was made, and the call did not return in time. */
  ContractViolation didNotReturn(String position) {
    return violation("did not return: " + position);
  }

  /** The step was made, and the balances could not be read afterwards. */
  ContractViolation balancesThrew(Throwable thrown) {
    return violation("threw in balances(): " + thrown);
  }

  private ContractViolation violation(String deviation) {
    String expected = words(specified, false);
    if (step.interrupted()) {
      expected += " with the interrupt status set, or InterruptedException and "
          + before
          + " with the interrupt status cleared";
    }
    String history = earlier.isEmpty()
        ? ""
        : " (after "
            + earlier.stream().map(SequenceStep::toString).collect(Collectors.joining(", ")) + ")";
    return new ContractViolation(
        step + " on " + before + ": specified " + expected + ", the bank " + deviation + history);
  }

  private static String words(Observation observation, boolean statusMatters) {
    String status = " with the interrupt status " + (observation.interrupted() ? "set" : "cleared");
    return observation.result() + " and " + observation.balances() + (statusMatters ? status : "");
  }
}
