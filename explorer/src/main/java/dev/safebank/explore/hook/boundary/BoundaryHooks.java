package dev.safebank.explore.hook.boundary;

import dev.safebank.explore.boundary.Effect;
import dev.safebank.explore.boundary.ForeignCall;
import dev.safebank.explore.boundary.OperandUse;
import dev.safebank.explore.boundary.RuntimeClass;
import dev.safebank.explore.runtime.CurrentExecution;
import dev.safebank.explore.runtime.Execution;
import dev.safebank.explore.runtime.OpenCall;
import dev.safebank.explore.runtime.ThreadContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Called by instrumented code around a call into code that is not instrumented. The accesses of the
 * call to shared memory are done step by step before it is made; its callbacks into the program
 * have steps of their own. Not meant to be called by anything else.
 */
public final class BoundaryHooks {

  private static final List<String> ASSERTIONS =
      List.of("org/junit/jupiter/api/Assert", "org/assertj/", "org/hamcrest/");

  private static final ForeignCall PRINT = new ForeignCall(
      "java/lang/String",
      "valueOf",
      "(Ljava/lang/Object;)Ljava/lang/String;",
      ForeignCall.Dispatch.STATIC,
      Effect.ASKS_COMPONENTS);

  private BoundaryHooks() {}

  /**
   * A call is about to be made.
   *
   * @param operands receiver, if there is one, and arguments; null for primitive ones
   * @return what to tell when the call is over; null if that is of no interest
   */
  public static BoundaryCall begin(Object[] operands, int site) {
    Execution execution = CurrentExecution.get();
    if (execution == null) {
      return null;
    }
    ForeignCall call = execution.sites().call(site);
    if (call.hasReceiver() && (operands[0] == null || isProgramCode(operands[0], call))) {
      return null;
    }
    return begin(execution, call, effect(call, operands), operands, site);
  }

  private static boolean isProgramCode(Object receiver, ForeignCall call) {
    return call.kind() == ForeignCall.Dispatch.VIRTUAL
        && RuntimeClass.of(receiver).isProgramCode(call.name(), call.descriptor());
  }

  private static Effect effect(ForeignCall call, Object... operands) {
    return call.hasReceiver()
        ? RuntimeClass.of(operands[0]).effect(call).orElse(call.effect())
        : call.effect();
  }

  private static BoundaryCall begin(
      Execution execution, ForeignCall call, Effect effect, Object[] operands, int site) {
    if (effect.control() == Effect.Control.ENDS) {
      throw execution.blockBefore(site);
    }
    if (execution.scheduledThread() == null && isAssertion(call)) {
      return null;
    }
    ThreadContext actor = execution.running();
    BoundaryCall open = new BoundaryCall(site, Arrays.asList(operands));
    if (effect.control() != Effect.Control.KNOWN) {
      execution.findings().uncontrolled(site);
      open.mustNotStep();
    } else {
      access(execution, actor, call, effect, open);
    }
    if (actor == null) {
      return null;
    }
    if (open.isTrivial()
        && !effect.is(Effect.Flag.CALLBACK)
        && !Callbacks.maybe(execution.memory(), operands)) {
      return null;
    }
    actor.calls().open(open);
    return open;
  }

  /** A final check looks at what nobody changes any more, and only throws. */
  private static boolean isAssertion(ForeignCall call) {
    for (String assertion : ASSERTIONS) {
      if (call.owner().startsWith(assertion)) {
        return true;
      }
    }
    return false;
  }

  private static void access(
      Execution execution,
      ThreadContext actor,
      ForeignCall call,
      Effect effect,
      BoundaryCall open) {
    OperandAccess access = new OperandAccess(execution, actor, call, effect, open);
    List<Object> operands = open.operands();
    int first = call.hasReceiver() ? 1 : 0;
    for (int i = first; i < operands.size(); i++) {
      OperandUse use = effect.argument(i - first);
      access.argument(i, use, call.isArray(i - first));
      if (call.isFunction(i - first)) {
        access.function(operands.get(i));
      }
    }
    if (first == 1) {
      access.receiver(operands.get(0), effect);
    }
  }

  /** The call is over, however it ended. */
  public static void end(BoundaryCall open) {
    Execution execution = CurrentExecution.get();
    ThreadContext actor = execution == null ? null : execution.scheduledThread();
    if (open != null && actor != null) {
      actor.calls().close(open);
      open.unlock(execution, actor);
    }
  }

  /** The call has returned something that may stand for its operands. */
  public static void result(Object result, Object[] operands, int site) {
    Execution execution = CurrentExecution.get();
    if (execution == null || result == null) {
      return;
    }
    ForeignCall call = execution.sites().call(site);
    boolean own = call.hasReceiver() && isProgramCode(operands[0], call);
    if (!own) {
      Derivation.of(execution, call, effect(call, operands), operands, result);
    }
  }

  /**
   * A method of the program returns an object; if code that is not instrumented has called it, that
   * goes on to use the object.
   */
  public static void returned(Object result) {
    Execution execution = CurrentExecution.get();
    ThreadContext actor = execution == null ? null : execution.running();
    if (actor == null || result == null || actor.calls().all().isEmpty()) {
      return;
    }
    List<OpenCall> calls = actor.calls().all();
    OpenCall last = calls.get(calls.size() - 1);
    ForeignCall call = execution.sites().call(last.site());
    if (!Callbacks.areUsedBy(call.owner())) {
      return;
    }
    BoundaryCall use = new BoundaryCall(last.site(), List.of());
    new OperandAccess(execution, actor, call, call.effect(), use)
        .returned(result, Callbacks.areWrittenBy(call.name()));
  }

  /** A constructor of the JDK is about to be called. */
  public static Object[] construct(Object[] arguments, int site) {
    Execution execution = CurrentExecution.get();
    if (execution != null) {
      ForeignCall call = execution.sites().call(site);
      ThreadContext actor = execution.running();
      BoundaryCall open = new BoundaryCall(site, Arrays.asList(arguments));
      OperandAccess access = new OperandAccess(execution, actor, call, call.effect(), open);
      for (int i = 0; i < arguments.length; i++) {
        access.argument(i, call.effect().argument(i), call.isArray(i));
      }
    }
    return arguments;
  }

  /** The string that an operand of a string concatenation is converted to (JLS 5.1.11). */
  public static String text(Object operand, int site) {
    if (operand == null || operand instanceof String) {
      return String.valueOf(operand);
    }
    BoundaryCall open = begin(new Object[] {operand}, site);
    try {
      return String.valueOf(operand);
    } finally {
      end(open);
    }
  }

  /** An object is about to be set as a result, which is printed when all is done. */
  public static void shown(Object value, int site) {
    Execution execution = CurrentExecution.get();
    if (execution != null && value != null) {
      BoundaryCall print = new BoundaryCall(site, List.of(value));
      new OperandAccess(execution, null, PRINT, PRINT.effect(), print)
          .argument(0, OperandUse.ASK, false);
    }
  }

  /** A record's own {@code equals}, {@code hashCode} or {@code toString} reads its components. */
  public static BoundaryCall record(Object record, Object other, int site) {
    List<Object> components = new ArrayList<>(Parts.ofRecord(record));
    if (other != null && other.getClass() == record.getClass()) {
      components.addAll(Parts.ofRecord(other));
    }
    return begin(components.toArray(), site);
  }

  /** Something is about to be called that may block or start threads. */
  public static void ends(int site) {
    if (CurrentExecution.get() != null) {
      throw CurrentExecution.get().blockBefore(site);
    }
  }

  /** Something is about to be called that the explorer cannot control. */
  public static void uncontrolled(int site) {
    if (CurrentExecution.get() != null) {
      CurrentExecution.get().findings().uncontrolled(site);
    }
  }

  /** Whether the receiver's class is the program's own and overrides what is called. */
  public static boolean isOverridden(Object receiver, int site) {
    return receiver != null
        && CurrentExecution.get() != null
        && isProgramCode(receiver, CurrentExecution.get().sites().call(site));
  }
}
