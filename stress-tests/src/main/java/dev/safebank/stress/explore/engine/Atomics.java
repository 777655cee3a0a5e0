package dev.safebank.stress.explore.engine;

import dev.safebank.stress.explore.instrument.FieldNames;
import dev.safebank.stress.explore.instrument.Site;
import java.lang.invoke.VarHandle;
import java.util.Optional;

/**
 * Where instrumented code enters the engine around a call to an atomic, a field updater or a
 * {@code VarHandle}. The call itself is then made for real: it is one step. Not meant to be called
 * by anything else.
 */
public final class Atomics {

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
    /** Sets it, and tells what it was; that may have been the same. */
    EXCHANGE(5, Action.UPDATE);

    private static final Use[] BY_CODE = {READ, WRITE, UPDATE, COMPARE, WEAK_COMPARE, EXCHANGE};

    private final int code;
    private final Action action;

    Use(int code, Action action) {
      this.code = code;
      this.action = action;
    }

    /** Whether only its result tells if it changed anything. */
    public boolean tells() {
      return this == COMPARE || this == WEAK_COMPARE || this == EXCHANGE;
    }

    /** A number for it, which instrumented code hands over. */
    public int code() {
      return code;
    }
  }

  private Atomics() {}

  /** An atomic object is about to be used; true if a weak comparison is to fail instead. */
  public static boolean object(Object atomic, int site, int use) {
    Actor actor = running();
    return actor != null
        && atomic != null
        && before(actor, Steps.current().memory().of(atomic).whole(), site, Use.BY_CODE[use]);
  }

  /** An element of an atomic array is about to be used. */
  public static boolean element(Object array, int index, int site, int use) {
    Actor actor = running();
    return actor != null
        && array != null
        && index >= 0
        && before(actor, Steps.current().memory().of(array).element(index), site, Use.BY_CODE[use]);
  }

  /** A field is about to be used through an updater. */
  public static boolean updater(Object updater, Object target, int site, int use) {
    Actor actor = running();
    if (actor == null || target == null) {
      return false;
    }
    Execution execution = Steps.current();
    Optional<FieldNames.FieldName> field = execution.fieldNames().ofUpdater(updater);
    if (field.isEmpty()) {
      Steps.uncontrolled(site);
      return false;
    }
    Location location = field(execution, execution.memory().of(target), field.get());
    return before(actor, location, site, Use.BY_CODE[use]);
  }

  /** A variable is about to be used through a {@code VarHandle}. */
  public static boolean varHandle(VarHandle handle, Object first, int second, int site, int use) {
    Actor actor = running();
    if (actor == null) {
      return false;
    }
    Execution execution = Steps.current();
    int coordinates = handle.coordinateTypes().size();
    if (coordinates > 0 && first == null) {
      return false;
    }
    if (coordinates == 2) {
      return before(actor, execution.memory().of(first).element(second), site, Use.BY_CODE[use]);
    }
    Optional<FieldNames.FieldName> field = execution.fieldNames().of(handle);
    if (field.isEmpty()) {
      Steps.uncontrolled(site);
      return false;
    }
    ObjectState state =
        coordinates == 0 ? execution.memory().statics() : execution.memory().of(first);
    return before(actor, field(execution, state, field.get()), site, Use.BY_CODE[use]);
  }

  private static Location field(
      Execution execution, ObjectState state, FieldNames.FieldName field) {
    return state.field(
        execution.sites().fieldKey(field.declaringClass(), field.name()), field.name());
  }

  private static boolean before(Actor actor, Location location, int at, Use use) {
    Execution execution = Steps.current();
    execution.checkNotOver();
    Site site = execution.site(at);
    if (site.mode().relaxed() && !Handovers.mayBe(use.action, site.mode())) {
      execution.findings().relaxed(at);
    }
    if (use == Use.WEAK_COMPARE) {
      location.firstActor = actor;
      location.shared = true;
    }
    if (!use.tells()) {
      execution.touches().access(actor, location, use.action, site.mode(), at);
      return false;
    }
    if (!execution.touches().isFelt(actor, location, true, at)) {
      actor.comparison = Comparison.NONE;
      actor.loops.remembers();
      return false;
    }
    actor.pending().be(use.action, at).touch(location, true);
    execution.step(actor);
    actor.comparison =
        new Comparison(Optional.of(location), site.mode(), at, use == Use.WEAK_COMPARE);
    boolean fails = use == Use.WEAK_COMPARE && execution.scheduler().alternative() == 1;
    if (fails) {
      actor.spuriousFailures++;
      actor.loops.remembers();
      execution.scheduler().alternative(2);
      after(actor, false);
    }
    return fails;
  }

  /** A comparison was made. */
  public static void compared(boolean success) {
    Actor actor = running();
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

  private static void after(Actor actor, boolean success) {
    Comparison comparison = actor.comparison;
    actor.comparison = Comparison.NONE;
    if (comparison.location().isEmpty()) {
      return;
    }
    Execution execution = Steps.current();
    actor.executing().changed(success);
    execution
        .touches()
        .order(
            actor,
            comparison.location().get(),
            success ? Action.UPDATE : Action.READ,
            comparison.mode(),
            comparison.site());
    if (success && comparison.weak()) {
      offerFailure(execution, actor, comparison.site());
    }
  }

  private static void offerFailure(Execution execution, Actor actor, int site) {
    int most = execution.limits().spuriousFailures();
    if (actor.spuriousFailures < most) {
      execution.scheduler().alternative(2);
    } else {
      execution
          .findings()
          .bound("a weak compare-and-set at %s fails for no reason more than %d times"
              .formatted(execution.site(site).where(), most));
    }
  }

  private static Actor running() {
    return Steps.current() == null ? null : Steps.current().running();
  }
}
