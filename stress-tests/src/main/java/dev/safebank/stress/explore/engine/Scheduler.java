package dev.safebank.stress.explore.engine;

/** Decides, step by step, who goes on. */
interface Scheduler {

  /**
   * Picks who moves next.
   *
   * @param enabled bit set of the actors that can move; not empty
   * @param last index of the actor that moved last, or {@link Coroutines#MAIN}
   * @return an actor, or {@link Coroutines#MAIN} after telling the execution why it must end
   */
  int choose(Execution execution, int enabled, int last);

  /** The actor's step is over; what it touched and changed is final. */
  void done(Execution execution, Actor actor);

  /** No actor can move, or the execution was cut short. */
  void over(Execution execution);

  /** Which alternative of the step that is being done is to happen; 0 the first time. */
  int alternative();

  /** Which of several things that may happen does happen, in the step that is being done. */
  int alternative(int count);
}
