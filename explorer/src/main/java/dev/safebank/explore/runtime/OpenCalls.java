package dev.safebank.explore.runtime;

import dev.safebank.explore.race.EpochListener;
import java.util.ArrayList;
import java.util.List;

/**
 * The calls into code that is not instrumented which a thread is executing. Such a call may access
 * its operands before, between and after its callbacks; so whenever the thread synchronizes during
 * the call, the accesses are recorded again.
 */
public final class OpenCalls implements EpochListener {

  private final Execution execution;
  private final ThreadContext actor;
  private final List<OpenCall> calls = new ArrayList<>(2);
  private int indivisible;

  OpenCalls(Execution execution, ThreadContext actor) {
    this.execution = execution;
    this.actor = actor;
  }

  public void open(OpenCall call) {
    calls.add(call);
    indivisible += call.isIndivisible() ? 1 : 0;
  }

  public void close(OpenCall call) {
    if (!execution.isOver()) {
      call.recordAccesses(execution.accesses(), actor);
    }
    calls.remove(call);
    indivisible -= call.isIndivisible() ? 1 : 0;
  }

  public List<OpenCall> all() {
    return calls;
  }

  /** Whether the thread must not be held up where it is now. */
  boolean isIndivisible() {
    return indivisible > 0;
  }

  /** The calls because of which the thread must not be held up. */
  void nameIndivisible() {
    for (OpenCall call : calls) {
      if (call.isIndivisible()) {
        execution.findings().uncontrolled(call.site());
      }
    }
  }

  @Override
  public void epochEnds() {
    if (!calls.isEmpty()) {
      for (OpenCall call : calls) {
        call.recordAccesses(execution.accesses(), actor);
      }
    }
  }
}
