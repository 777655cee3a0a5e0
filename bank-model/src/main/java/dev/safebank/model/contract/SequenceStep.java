package dev.safebank.model.contract;

import dev.safebank.model.specification.Call;

/**
 * A call to compare with the specification.
 *
 * @param interrupted whether the thread that makes the call is interrupted before it
 */
record SequenceStep(Call call, boolean interrupted) {

  static SequenceStep of(Call call) {
    return new SequenceStep(call, false);
  }

  static SequenceStep interrupted(Call call) {
    return new SequenceStep(call, true);
  }

  @Override
  public String toString() {
    return interrupted ? call + " by an interrupted thread" : call.toString();
  }
}
