package dev.safebank.explore.runtime;

/** A thread that runs one exploration's search, or its actors. Does not keep the JVM alive. */
final class ExplorationThread extends Thread {

  private final ExplorationSession session;

  ExplorationThread(ExplorationSession session, Runnable body, String name) {
    super(body, name);
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
