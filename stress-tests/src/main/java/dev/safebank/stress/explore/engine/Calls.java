package dev.safebank.stress.explore.engine;

/**
 * Where instrumented code enters the engine around a call to a collection of the JDK, which counts
 * as one access to the collection as a whole. Not meant to be called by anything else.
 */
public final class Calls {

  private Calls() {}

  /**
   * A collection is about to be called. To one that is safe for threads the call is one step, and
   * synchronizes; to any other it is a plain access, so that a call that would be torn shows up as
   * a data race.
   *
   * @return whether all that the call does is one step
   */
  public static boolean begin(Object collection, int reads, int site) {
    Execution execution = Steps.current();
    Actor actor = execution == null ? null : execution.running();
    if (actor == null || collection == null || collection.getClass().getClassLoader() != null) {
      return false;
    }
    actor.loops.remembers();
    ObjectState state = execution.memory().of(collection);
    boolean safe = state.object.getClass().getName().startsWith("java.util.concurrent.");
    execution
        .touches()
        .access(
            actor,
            state.whole(),
            reads != 0 ? Action.READ : Action.CALL,
            safe ? Mode.VOLATILE : Mode.PLAIN,
            site);
    if (safe) {
      actor.quiet++;
    }
    return safe;
  }

  /** The call is over. */
  public static void end(boolean wasOneStep) {
    if (wasOneStep) {
      Steps.aloud();
    }
  }

  /**
   * A collection has handed out an iterator or a view of itself: to use it is to use the former.
   */
  public static void view(Object collection, Object view) {
    if (Steps.actor().isPresent()
        && view != null
        && collection != null
        && collection.getClass().getClassLoader() == null) {
      Steps.current().memory().alias(view, collection);
    }
  }
}
