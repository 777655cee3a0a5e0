package dev.safebank.explore.hook;

import dev.safebank.explore.memory.Memory;
import dev.safebank.explore.memory.ObjectState;
import dev.safebank.explore.operation.Action;
import dev.safebank.explore.runtime.CurrentExecution;
import dev.safebank.explore.runtime.Execution;
import dev.safebank.explore.runtime.ThreadContext;
import dev.safebank.explore.site.AccessMode;
import dev.safebank.explore.site.Site;

/**
 * Called by instrumented code just before it reads or writes a field or an array element. Not meant
 * to be called by anything else.
 */
public final class FieldHooks {

  private FieldHooks() {}

  /** A field of {@code object}, or a static field, is about to be read. */
  public static void read(Object object, int site) {
    field(object, Action.READ, site);
  }

  /** A field of {@code object}, or a static field, is about to be written. */
  public static void write(Object object, int site) {
    field(object, Action.WRITE, site);
  }

  private static void field(Object object, Action action, int at) {
    Execution execution = CurrentExecution.get();
    ThreadContext actor = execution == null ? null : execution.running();
    if (actor != null) {
      Site site = execution.site(at);
      Memory memory = execution.memory();
      ObjectState state = object == null ? memory.statics() : memory.of(object);
      execution.accesses().access(actor, state.field(site), action, site.mode(), at);
    }
  }

  /** An array's element is about to be read. */
  public static void readElement(Object array, int index, int site) {
    element(array, index, Action.READ, site);
  }

  /** An array's element is about to be written. */
  public static void writeElement(Object array, int index, int site) {
    element(array, index, Action.WRITE, site);
  }

  private static void element(Object array, int index, Action action, int at) {
    Execution execution = CurrentExecution.get();
    ThreadContext actor = execution == null ? null : execution.running();
    if (actor != null && array != null && index >= 0) {
      execution
          .accesses()
          .access(actor, execution.memory().of(array).element(index), action, AccessMode.PLAIN, at);
    }
  }
}
