package dev.safebank.explore.hook.substitute;

import dev.safebank.explore.hook.ExecutionHooks;
import dev.safebank.explore.runtime.CurrentExecution;
import dev.safebank.explore.runtime.ThreadContext;
import dev.safebank.explore.runtime.ThreadLocals;
import java.util.Optional;

/** Calls to a {@code ThreadLocal}: actors may share a thread, but not its thread-locals. */
@Substitutes(ThreadLocal.class)
public final class ThreadLocalSubstitutes {

  private ThreadLocalSubstitutes() {}

  /** Stands in for {@link ThreadLocal#get()}. */
  public static Object get(ThreadLocal<?> local, int site) {
    ExecutionHooks.localStateMayHaveChanged();
    Optional<ThreadContext> actor = CurrentExecution.thread();
    return actor.isPresent() ? actor.get().threadLocals.get(local) : local.get();
  }

  /** Stands in for {@link ThreadLocal#set}. */
  public static void set(ThreadLocal<Object> local, Object value, int site) {
    ExecutionHooks.localStateMayHaveChanged();
    Optional<ThreadLocals> locals = CurrentExecution.thread().map(actor -> actor.threadLocals);
    if (locals.isPresent()) {
      locals.get().set(local, value);
    } else {
      local.set(value);
    }
  }

  /** Stands in for {@link ThreadLocal#remove()}. */
  public static void remove(ThreadLocal<?> local, int site) {
    ExecutionHooks.localStateMayHaveChanged();
    Optional<ThreadLocals> locals = CurrentExecution.thread().map(actor -> actor.threadLocals);
    if (locals.isPresent()) {
      locals.get().remove(local);
    } else {
      local.remove();
    }
  }
}
