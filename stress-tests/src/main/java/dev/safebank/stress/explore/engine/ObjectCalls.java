package dev.safebank.stress.explore.engine;

import java.util.Optional;

/** Calls to methods that every object has. */
@CallsTo(Object.class)
public final class ObjectCalls {

  private ObjectCalls() {}

  /** Stands in for {@link Object#wait()}. Nobody wakes up without a reason. */
  public static void wait(Object object, int site) throws InterruptedException {
    wait(object, false, site);
  }

  /** Stands in for {@link Object#wait(long)}: when the time is over is the scheduler's choice. */
  public static void wait(Object object, long millis, int site) throws InterruptedException {
    wait(object, millis > 0, site);
  }

  private static void wait(Object object, boolean timed, int site) throws InterruptedException {
    Actor actor = Steps.actor().orElseThrow(() -> new StuckOutside("notification"));
    Mutex monitor = monitor(object);
    monitor.await(Steps.current(), actor, monitor.monitorWaiters(), timed, site);
  }

  /** Stands in for {@link Object#notify()}: which thread wakes up is a choice. */
  public static void notify(Object object, int site) {
    signal(object, false, site);
  }

  /** Stands in for {@link Object#notifyAll()}. */
  public static void notifyAll(Object object, int site) {
    signal(object, true, site);
  }

  private static void signal(Object object, boolean all, int site) {
    Mutex monitor = monitor(object);
    Optional<Actor> actor = Steps.actor();
    monitor.signal(Steps.current(), actor, monitor.monitorWaiters(), all, site);
  }

  /** Stands in for {@link Object#hashCode()}, where nothing overrides it. */
  public static int hashCode(Object object, int site) {
    return isOverridden(object) ? object.hashCode() : SystemCalls.identityHashCode(object, site);
  }

  private static boolean isOverridden(Object object) {
    try {
      return object.getClass().getMethod("hashCode").getDeclaringClass() != Object.class;
    } catch (NoSuchMethodException impossible) {
      throw new IllegalStateException("every object has a hashCode", impossible);
    }
  }

  private static Mutex monitor(Object object) {
    return Steps.current().memory().of(object).monitor();
  }
}
