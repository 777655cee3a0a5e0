package dev.safebank.explore.hook;

import dev.safebank.explore.memory.Location;
import dev.safebank.explore.memory.ObjectState;
import dev.safebank.explore.operation.Action;
import dev.safebank.explore.operation.PendingCompareAndSet;
import dev.safebank.explore.runtime.CurrentExecution;
import dev.safebank.explore.runtime.Execution;
import dev.safebank.explore.runtime.OwnershipTransfer;
import dev.safebank.explore.runtime.ThreadContext;
import dev.safebank.explore.site.FieldNames;
import dev.safebank.explore.site.Site;
import java.lang.invoke.VarHandle;
import java.util.Optional;

/**
 * Called by instrumented code around a call to an atomic, a field updater or a {@code VarHandle}.
 * The call itself is made on the real object, as one step. Not meant to be called by anything else.
 */
public final class AtomicHooks {

  /** How an atomic call uses its variable. */
  public enum Use {
    /** Reads it. */
    READ(0, Action.READ),
    /** Writes it. */
    WRITE(1, Action.WRITE),
    /** Reads and writes it. */
    UPDATE(2, Action.UPDATE),
    /** Compares it, and sets it if equal; the result says which. */
    COMPARE(3, Action.COMPARE),
    /** As COMPARE, but may fail for no reason. */
    WEAK_COMPARE(4, Action.COMPARE),
    /** Sets it, and returns the previous value, which may be the same. */
    EXCHANGE(5, Action.UPDATE);

    private static final Use[] BY_CODE = {READ, WRITE, UPDATE, COMPARE, WEAK_COMPARE, EXCHANGE};

    private final int code;
    private final Action action;

    Use(int code, Action action) {
      this.code = code;
      this.action = action;
    }

    /** Whether only the result shows whether it changed anything. */
    public boolean tells() {
      return this == COMPARE || this == WEAK_COMPARE || this == EXCHANGE;
    }

    /** Its number in instrumented code. */
    public int code() {
      return code;
    }
  }

  private AtomicHooks() {}

  /** An atomic object is about to be used; true if a weak comparison is to fail instead. */
  public static boolean object(Object atomic, int site, int use) {
    ThreadContext actor = running();
    return actor != null
        && atomic != null
        && before(
            actor, CurrentExecution.get().memory().of(atomic).whole(), site, Use.BY_CODE[use]);
  }

  /** An element of an atomic array is about to be used. */
  public static boolean element(Object array, int index, int site, int use) {
    ThreadContext actor = running();
    return actor != null
        && array != null
        && index >= 0
        && before(
            actor,
            CurrentExecution.get().memory().of(array).element(index),
            site,
            Use.BY_CODE[use]);
  }

  /** A field is about to be used through an updater. */
  public static boolean updater(Object updater, Object target, int site, int use) {
    ThreadContext actor = running();
    if (actor == null || target == null) {
      return false;
    }
    Execution execution = CurrentExecution.get();
    Optional<FieldNames.FieldName> field = execution.fieldNames().ofUpdater(updater);
    if (field.isEmpty()) {
      ExecutionHooks.uncontrolled(site);
      return false;
    }
    Location location = field(execution, execution.memory().of(target), field.get());
    return before(actor, location, site, Use.BY_CODE[use]);
  }

  /** Called before a use of a {@code VarHandle}. */
  public static boolean varHandle(VarHandle handle, Object first, int second, int site, int use) {
    initializes(handle, site);
    ThreadContext actor = running();
    if (actor == null) {
      return false;
    }
    Execution execution = CurrentExecution.get();
    int coordinates = handle.coordinateTypes().size();
    if (coordinates > 0 && first == null) {
      return false;
    }
    if (coordinates == 2) {
      if (second < 0 || first.getClass().getComponentType() != handle.varType()) {
        ExecutionHooks.uncontrolled(site);
        return false;
      }
      return before(actor, execution.memory().of(first).element(second), site, Use.BY_CODE[use]);
    }
    Optional<FieldNames.FieldName> field = execution.fieldNames().of(handle);
    if (field.isEmpty()) {
      ExecutionHooks.uncontrolled(site);
      return false;
    }
    ObjectState state =
        coordinates == 0 ? execution.memory().statics() : execution.memory().of(first);
    return before(actor, field(execution, state, field.get()), site, Use.BY_CODE[use]);
  }

  /** A handle to a static field initialises the field's class when it is used (JLS 12.4.1). */
  private static void initializes(VarHandle handle, int site) {
    Execution execution = CurrentExecution.get();
    if (execution != null && handle != null && handle.coordinateTypes().isEmpty()) {
      execution
          .fieldNames()
          .of(handle)
          .ifPresent(field -> execution.classes().ensureForHandle(field.declaringClass(), site));
    }
  }

  private static Location field(
      Execution execution, ObjectState state, FieldNames.FieldName field) {
    return state.field(
        execution.sites().fieldKey(field.declaringClass(), field.name()), field.name());
  }

  private static boolean before(ThreadContext actor, Location location, int at, Use use) {
    Execution execution = CurrentExecution.get();
    execution.checkNotOver();
    Site site = execution.site(at);
    if (site.mode().relaxed() && !OwnershipTransfer.mayBe(use.action, site.mode())) {
      execution.findings().relaxed(at);
    }
    if (use == Use.WEAK_COMPARE) {
      execution.accesses().share(actor, location, at);
    }
    if (!use.tells()) {
      execution.accesses().access(actor, location, use.action, site.mode(), at);
      return false;
    }
    if (!execution.accesses().isVisibleToOthers(actor, location, true, at)) {
      actor.pendingCompareAndSet = PendingCompareAndSet.NONE;
      actor.loops.localStateMayHaveChanged();
      return false;
    }
    actor.pending().begin(use.action, at).access(location, true);
    execution.step(actor);
    actor.pendingCompareAndSet =
        new PendingCompareAndSet(Optional.of(location), site.mode(), at, use == Use.WEAK_COMPARE);
    boolean fails = use == Use.WEAK_COMPARE && execution.scheduler().alternative() == 1;
    if (fails) {
      actor.spuriousFailures++;
      actor.loops.localStateMayHaveChanged();
      execution.scheduler().alternative(2);
      after(actor, false);
    }
    return fails;
  }

  /** A comparison was made. */
  public static void compared(boolean success) {
    ThreadContext actor = running();
    if (actor != null) {
      after(actor, success);
    }
  }

  /** A number was exchanged for another. */
  public static void exchanged(long before, long now) {
    compared(before != now);
  }

  /** A number, or a truth value, was exchanged for another. */
  public static void exchanged(int before, int now) {
    compared(before != now);
  }

  /** A reference was exchanged for another. */
  public static void exchanged(Object before, Object now) {
    compared(before != now);
  }

  private static void after(ThreadContext actor, boolean success) {
    PendingCompareAndSet comparison = actor.pendingCompareAndSet;
    actor.pendingCompareAndSet = PendingCompareAndSet.NONE;
    if (comparison.location().isEmpty()) {
      return;
    }
    Execution execution = CurrentExecution.get();
    actor.executing().changed(success);
    execution
        .accesses()
        .applyHappensBefore(
            actor,
            comparison.location().get(),
            success ? Action.UPDATE : Action.READ,
            comparison.mode(),
            comparison.site());
    if (success && comparison.weak()) {
      offerFailure(execution, actor, comparison.site());
    }
  }

  private static void offerFailure(Execution execution, ThreadContext actor, int site) {
    int most = execution.limits().spuriousFailures();
    if (actor.spuriousFailures < most) {
      execution.scheduler().alternative(2);
    } else {
      execution
          .findings()
          .bound("a weak compare-and-set at %s fails spuriously more than %d times"
              .formatted(execution.site(site).where(), most));
    }
  }

  private static ThreadContext running() {
    return CurrentExecution.get() == null ? null : CurrentExecution.get().running();
  }
}
