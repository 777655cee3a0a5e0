package dev.safebank.stress.explore.engine;

/** Threads that actors start: each is one more actor. */
final class StartedThread {

  private StartedThread() {}

  /** The parent starts a thread, which has seen all that the parent has. */
  static void start(Execution execution, Actor parent, Thread thread, int site) {
    Actor child = execution.takeOn(
        thread.getName(), thread, actor -> () -> run(execution, actor, thread, site));
    child.order = parent.order;
    System.arraycopy(parent.clock, 0, child.clock, 0, child.clock.length);
    child.clock[child.index] = 1;
    parent.tick();
    child.pending().be(Action.BEGIN, site);
  }

  @SuppressWarnings("DoNotCall") // An actor stands in for the thread, which is never started.
  private static void run(Execution execution, Actor actor, Thread thread, int site) {
    execution.checkNotOver();
    thread.run();
    actor.pending().be(Action.END, site).touch(actor.end, true);
    execution.step(actor);
    actor.ended = actor.clock.clone();
  }
}
