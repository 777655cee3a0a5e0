package dev.safebank.explore.runtime;

import dev.safebank.explore.program.ExecutionAborted;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * The threads that carry one exploration, the execution that they run, and how far they have come.
 *
 * <p>A session whose threads make no progress is abandoned: what they do from then on reaches no
 * execution any more. Code of the program that still runs in them ends at its next hook; code that
 * calls no hook goes on in a thread that does not keep the JVM alive.
 */
public final class ExplorationSession {

  /** How often code may swallow the exception that ends it before its thread is put to sleep. */
  private static final int MAX_REFUSALS = 1000;

  /** The session that is under way: explorations take place one at a time. */
  private static volatile Optional<ExplorationSession> active = Optional.empty();

  /** The threads that work for it now; guarded by itself. */
  private final Set<Thread> threads = new HashSet<>();

  private final AtomicLong progress = new AtomicLong();
  private volatile boolean abandoned;
  private volatile Optional<String> foreignThread = Optional.empty();
  private Execution current;
  private int refusals;

  /** Begins a session; the one before it must be over. */
  public static ExplorationSession begin() {
    ExplorationSession session = new ExplorationSession();
    active = Optional.of(session);
    return session;
  }

  /** Ends the session, once its threads have ended or were abandoned. */
  public void end() {
    active = Optional.empty();
  }

  /** Runs something on a thread of this name, whose hooks lead to this session meanwhile. */
  public void start(Runnable body, String name) {
    ExplorationThread.execute(this, body, name);
  }

  /** A thread works for this session from now on. */
  void begins(Thread thread) {
    synchronized (threads) {
      threads.add(thread);
    }
  }

  /** A thread does no longer work for this session, and may soon work for another one. */
  void ends(Thread thread) {
    synchronized (threads) {
      threads.remove(thread);
    }
  }

  /** Records that a step was taken. */
  void recordProgress() {
    progress.lazySet(progress.getPlain() + 1);
  }

  /** A number that grows with every step; what was done before it did can be seen after. */
  public long progress() {
    return progress.get();
  }

  /** No hook in a thread of this session returns from now on. */
  public void abandon() {
    abandoned = true;
    synchronized (threads) {
      threads.forEach(Thread::interrupt);
    }
  }

  public boolean isAbandoned() {
    return abandoned;
  }

  /** Name of the actor that runs, if one does. */
  public Optional<String> runningActor() {
    return Optional.ofNullable(current).map(Execution::scheduledThread).map(actor -> actor.name);
  }

  /** Name of a thread outside of this session that ran code of the program. */
  public Optional<String> foreignThread() {
    return foreignThread;
  }

  void enter(Execution execution) {
    current = execution;
  }

  void leave() {
    current = null;
  }

  Execution execution() {
    if (abandoned) {
      throw refused();
    }
    return current;
  }

  private ExecutionAborted refused() {
    if (++refusals > MAX_REFUSALS) {
      while (true) {
        LockSupport.park();
        Thread.interrupted();
      }
    }
    return ExecutionAborted.INSTANCE;
  }

  /** A thread that no session has started runs code of the program. */
  static void recordForeignThread(Thread thread) {
    active.ifPresent(session -> session.foreignThread = Optional.of(thread.getName()));
  }
}
