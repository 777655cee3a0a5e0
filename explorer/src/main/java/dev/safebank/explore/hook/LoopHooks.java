package dev.safebank.explore.hook;

import dev.safebank.explore.runtime.CurrentExecution;
import dev.safebank.explore.runtime.Execution;
import dev.safebank.explore.runtime.SpinLoopHandler;
import dev.safebank.explore.runtime.ThreadContext;
import dev.safebank.explore.spinloop.LoopDetector;

/**
 * Called by instrumented code in methods that have a loop, so that spin loops are found. Not meant
 * to be called by anything else.
 */
public final class LoopHooks {

  private LoopHooks() {}

  /** Called at the start of a method that has a loop; numbers the call. */
  public static int newFrame() {
    ThreadContext actor = CurrentExecution.running();
    return actor == null ? 0 : actor.loops.newFrame();
  }

  /** Called at the head of a loop, at its entry and before each iteration. */
  public static void atHead(int frame, int head, int end, int site) {
    Execution execution = CurrentExecution.get();
    ThreadContext actor = execution == null ? null : execution.running();
    if (actor != null) {
      SpinLoopHandler.atHead(execution, actor, new LoopDetector.Head(frame, head, end), site);
    }
  }

  /** At the head of a loop that is about to be reached, a local variable has this value. */
  public static void local(long value) {
    ThreadContext actor = CurrentExecution.running();
    if (actor != null) {
      actor.loops.local(value);
    }
  }

  /** At the head of a loop that is about to be reached, a local variable has this value. */
  public static void local(int value) {
    local((long) value);
  }

  /** At the head of a loop that is about to be reached, a local variable has this value. */
  public static void local(float value) {
    local((long) Float.floatToRawIntBits(value));
  }

  /** At the head of a loop that is about to be reached, a local variable has this value. */
  public static void local(double value) {
    local(Double.doubleToRawLongBits(value));
  }

  /** At the head of a loop that is about to be reached, a local variable has this value. */
  public static void local(Object value) {
    ThreadContext actor = CurrentExecution.running();
    if (actor != null) {
      actor.loops.local(value);
    }
  }

  /** Called before the head of a loop that carries over more state than is known. */
  public static void unknownLocals() {
    ThreadContext actor = CurrentExecution.running();
    if (actor != null) {
      actor.loops.unknownLocals();
    }
  }
}
