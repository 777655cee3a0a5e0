package dev.safebank.explore.runtime;

import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A thread that runs searches, or actors, of one session after the other: to start one for each of
 * many small explorations would take a good part of their time. Does not keep the JVM alive.
 */
final class ExplorationThread extends Thread {

  /** How long a thread without work waits for more. */
  private static final long IDLE_MILLIS = 1_000;

  /**
   * Enough for as many nested calls as an execution has steps. A program that recurses, step by
   * step, then ends at the limit of steps and not at that of the stack, where a JVM may crash when
   * it goes on with a continuation.
   */
  private static final long STACK_BYTES = 8L << 20;

  private static final Executor ALL = new ThreadPoolExecutor(
      0,
      Integer.MAX_VALUE,
      IDLE_MILLIS,
      TimeUnit.MILLISECONDS,
      new SynchronousQueue<>(),
      ExplorationThread::new);

  /** The session that it works for, or has worked for last. Only the thread itself looks. */
  private ExplorationSession session;

  private ExplorationThread(Runnable body) {
    super(null, body, "explorer", STACK_BYTES);
    setDaemon(true);
  }

  /** Runs something for a session on a thread that has nothing else to do. */
  static void execute(ExplorationSession session, Runnable body, String name) {
    ClassLoader classes = Thread.currentThread().getContextClassLoader();
    ALL.execute(() -> {
      ExplorationThread self = (ExplorationThread) Thread.currentThread();
      self.session = session;
      if (!self.getName().equals(name)) {
        self.setName(name);
      }
      self.setContextClassLoader(classes);
      session.begins(self);
      try {
        body.run();
      } finally {
        session.ends(self);
      }
    });
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
