package dev.safebank.explore.hook.boundary;

import dev.safebank.explore.runtime.Execution;
import dev.safebank.explore.runtime.OpenCall;
import dev.safebank.explore.runtime.ThreadContext;
import dev.safebank.explore.synchronizer.ReentrantLockModel;
import dev.safebank.explore.synchronizer.SynchronizerModels;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A call into the JDK that is being made, and the monitors that it holds meanwhile. */
public final class BoundaryCall extends OpenCall {

  private final List<ReentrantLockModel> monitors = new ArrayList<>(1);

  BoundaryCall(int site, List<Object> operands) {
    super(site, operands);
  }

  /** Takes the monitor of an object until the call is over. */
  void lock(Execution execution, ThreadContext actor, Object object) {
    ReentrantLockModel monitor = SynchronizerModels.monitor(execution, object);
    monitor.lock(execution, Optional.of(actor), site());
    monitors.add(monitor);
    mustNotStep();
  }

  /** Releases the monitors, in reverse order. */
  void unlock(Execution execution, ThreadContext actor) {
    for (int i = monitors.size() - 1; i >= 0; i--) {
      monitors.get(i).unlock(execution, Optional.of(actor), site());
    }
    monitors.clear();
  }

  @Override
  public boolean isTrivial() {
    return super.isTrivial() && monitors.isEmpty();
  }
}
