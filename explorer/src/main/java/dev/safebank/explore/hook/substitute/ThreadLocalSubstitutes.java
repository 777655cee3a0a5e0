package dev.safebank.explore.hook.substitute;

import dev.safebank.explore.hook.ExecutionHooks;
import dev.safebank.explore.runtime.CurrentExecution;
import dev.safebank.explore.runtime.Execution;
import dev.safebank.explore.runtime.ThreadContext;
import dev.safebank.explore.runtime.ThreadLocals;
import java.util.Optional;

/**
 * Calls to a {@code ThreadLocal}: actors may share a thread, but not its thread-locals. Which
 * thread runs the constructor of the state, and which the arbiter, nobody says: so one that is used
 * there, and by actors as well, is not controlled.
 */
@Substitutes(ThreadLocal.class)
public final class ThreadLocalSubstitutes {

  private ThreadLocalSubstitutes() {}

  /** Stands in for {@link ThreadLocal#get()}. */
  public static Object get(ThreadLocal<?> local, int site) {
    Optional<ThreadLocals> locals = locals(local, site);
    return locals.isPresent() ? locals.get().get(local) : local.get();
  }

  /** Stands in for {@link ThreadLocal#set}. */
  public static void set(ThreadLocal<Object> local, Object value, int site) {
    Optional<ThreadLocals> locals = locals(local, site);
    if (locals.isPresent()) {
      locals.get().set(local, value);
    } else {
      local.set(value);
    }
  }

  /** Stands in for {@link ThreadLocal#remove()}. */
  public static void remove(ThreadLocal<?> local, int site) {
    Optional<ThreadLocals> locals = locals(local, site);
    if (locals.isPresent()) {
      locals.get().remove(local);
    } else {
      local.remove();
    }
  }

  private static Optional<ThreadLocals> locals(ThreadLocal<?> local, int site) {
    ExecutionHooks.localStateMayHaveChanged();
    Execution execution = CurrentExecution.get();
    if (execution == null || local == null) {
      return Optional.empty();
    }
    Optional<ThreadContext> actor = CurrentExecution.thread();
    boolean isElsewhere = actor.isPresent()
        ? execution.localsOutsideActors().knows(local)
        : execution.threads().all().stream().anyMatch(any -> any.threadLocals.knows(local));
    if (isElsewhere) {
      execution.findings().uncontrolled(site);
    }
    return Optional.of(
        actor.map(self -> self.threadLocals).orElse(execution.localsOutsideActors()));
  }
}
