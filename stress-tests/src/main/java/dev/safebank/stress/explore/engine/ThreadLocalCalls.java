package dev.safebank.stress.explore.engine;

/** Calls to a {@code ThreadLocal}: actors may share a thread, but not its thread-locals. */
@CallsTo(ThreadLocal.class)
public final class ThreadLocalCalls {

  private ThreadLocalCalls() {}

  /** Stands in for {@link ThreadLocal#get()}. */
  public static Object get(ThreadLocal<?> local, int site) {
    Steps.remembers();
    return Steps.actor()
        .map(actor -> actor.threadLocals.computeIfAbsent(local, key -> initial(local)))
        .orElseGet(local::get);
  }

  private static Object initial(ThreadLocal<?> local) {
    local.remove();
    Object value = local.get();
    local.remove();
    return value;
  }

  /** Stands in for {@link ThreadLocal#set}. */
  public static void set(ThreadLocal<Object> local, Object value, int site) {
    Steps.remembers();
    Steps.actor()
        .ifPresentOrElse(actor -> actor.threadLocals.put(local, value), () -> local.set(value));
  }

  /** Stands in for {@link ThreadLocal#remove()}. */
  public static void remove(ThreadLocal<?> local, int site) {
    Steps.remembers();
    Steps.actor().ifPresentOrElse(actor -> actor.threadLocals.remove(local), local::remove);
  }
}
