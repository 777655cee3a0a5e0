package dev.safebank.explore.hook.substitute;

import dev.safebank.explore.operation.Action;
import dev.safebank.explore.operation.Operation;
import dev.safebank.explore.result.ResourceKind;
import dev.safebank.explore.runtime.CurrentExecution;
import dev.safebank.explore.runtime.Execution;
import dev.safebank.explore.runtime.SpuriousWakeups;
import dev.safebank.explore.runtime.ThreadContext;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Calls to {@code LockSupport}. That one thread unparks another does not order what they do
 * (nothing is promised).
 */
@Substitutes(LockSupport.class)
public final class LockSupportSubstitutes {

  private LockSupportSubstitutes() {}

  /** Stands in for {@link LockSupport#park()}. */
  public static void park(int site) {
    park(false, site);
  }

  /** Stands in for {@link LockSupport#park(Object)}. */
  public static void park(Object blocker, int site) {
    park(false, site);
  }

  /** Stands in for {@link LockSupport#parkNanos(long)}. */
  public static void parkNanos(long nanos, int site) {
    parkFor(nanos, site);
  }

  /** Stands in for {@link LockSupport#parkNanos(Object, long)}. */
  public static void parkNanos(Object blocker, long nanos, int site) {
    parkFor(nanos, site);
  }

  /** If the time is not positive, it does nothing: the permit stays. */
  private static void parkFor(long nanos, int site) {
    if (nanos > 0) {
      park(true, site);
    } else {
      CurrentExecution.thread().ifPresent(self -> CurrentExecution.get().checkNotOver());
    }
  }

  /** Stands in for {@link LockSupport#parkUntil(long)}. */
  public static void parkUntil(long deadline, int site) {
    park(true, site);
  }

  /** Stands in for {@link LockSupport#parkUntil(Object, long)}. */
  public static void parkUntil(Object blocker, long deadline, int site) {
    park(true, site);
  }

  /**
   * Takes the permit, if there is one. If not, it goes on when it likes, as far as it is allowed
   * to; or else it waits for the permit.
   */
  private static void park(boolean timed, int site) {
    ThreadContext self = CurrentExecution.thread()
        .orElseThrow(
            () -> CurrentExecution.get().blockOutsideActors(ResourceKind.PARK_PERMIT, site));
    Execution execution = CurrentExecution.get();
    begin(execution, self, site);
    execution.accesses().await(self, self.permitLocation, site);
    if (self.permit || timed || self.interrupted) {
      takePermit(self);
      return;
    }
    self.executing().changed(false);
    Optional<SpuriousWakeups.Wakeup> wakeup = self.wakeups.choose(execution, site);
    Operation waiting = begin(execution, self, site);
    if (wakeup.isPresent()) {
      wakeup.get().addAccesses(waiting);
      waiting.enabledWhen(() -> !self.permit && wakeup.get().isPossible());
    } else {
      waiting.enabledWhen(() -> self.permit || self.interrupted);
    }
    execution.accesses().await(self, self.permitLocation, site);
    if (wakeup.isPresent()) {
      self.wakeups.wakeUp();
      self.loops.localStateMayHaveChanged();
    }
    takePermit(self);
  }

  private static Operation begin(Execution execution, ThreadContext self, int site) {
    Operation park = self.pending().begin(Action.AWAIT, site).access(self.permitLocation, true);
    return execution.findings().interrupts() ? park.access(self.interruptFlag, false) : park;
  }

  private static void takePermit(ThreadContext self) {
    self.executing().changed(self.permit);
    self.permit = false;
  }

  /** Stands in for {@link LockSupport#unpark(Thread)}. */
  public static void unpark(Thread thread, int site) {
    Optional<ThreadContext> self = CurrentExecution.thread();
    Optional<ThreadContext> target =
        thread == null ? Optional.empty() : CurrentExecution.get().threads().of(thread);
    if (self.isPresent() && target.isPresent()) {
      ThreadContext other = target.get();
      self.get().pending().begin(Action.NOTIFY, site).access(other.permitLocation, true);
      CurrentExecution.get().accesses().await(self.get(), other.permitLocation, site);
      self.get().executing().changed(!other.permit);
      other.permit = true;
      if (other.wakeups.isDue() && other.pending().action() == Action.AWAIT) {
        CurrentExecution.get().endAsRedundant();
      }
    }
  }
}
