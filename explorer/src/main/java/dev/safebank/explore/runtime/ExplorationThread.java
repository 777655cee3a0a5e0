package dev.safebank.explore.runtime;

/** A thread that runs one exploration's search, or its actors. Does not keep the JVM alive. */
final class ExplorationThread extends Thread {

  /**
   * Enough for as many nested calls as an execution has steps. A program that recurses, step by
   * step, then ends at the limit of steps and not at that of the stack, where a JVM may crash when
   * it goes on with a continuation.
   */
  private static final long STACK_BYTES = 8L << 20;

  private final ExplorationSession session;

  ExplorationThread(ExplorationSession session, Runnable body, String name) {
    super(null, body, name, STACK_BYTES);
    this.session = session;
    setDaemon(true);
  }

  @Override
  public void run() {
    ThreadLocals.observeCreations();
    super.run();
  }

  ExplorationSession session() {
    return session;
  }
}
