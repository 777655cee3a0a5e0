package dev.safebank.explore.coroutine;

import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.function.IntSupplier;

/** Coroutines on platform threads, reused from execution to execution. Works on every JVM. */
public final class ThreadCoroutines implements Coroutines {

  /**
   * How long to spin before parking: about as long as a short step takes. A longer spin takes the
   * processor from whoever has control, as soon as there are more such threads than processors.
   */
  private static final int LOOKS = 30;

  private final BiConsumer<Runnable, String> threads;
  private final Thread main = Thread.currentThread();
  private volatile ActorThread[] workers = new ActorThread[4];
  private volatile int turn = MAIN;
  private volatile boolean closed;

  /** The threads that are parked until they get control. */
  private final Set<Thread> asleep = ConcurrentHashMap.newKeySet();

  ThreadCoroutines(BiConsumer<Runnable, String> threads) {
    this.threads = threads;
  }

  @Override
  public void prepare(int actor, IntSupplier body) {
    if (actor >= workers.length) {
      workers = Arrays.copyOf(workers, actor * 2);
    }
    if (workers[actor] == null) {
      workers[actor] = new ActorThread(actor);
      threads.accept(workers[actor], "explorer-actor-" + (actor + 1));
    }
    workers[actor].body = body;
  }

  @Override
  public void enter(int actor) {
    give(actor);
    awaitTurn(MAIN);
  }

  @Override
  public boolean transfer(int from, int to) {
    give(to);
    awaitTurn(from);
    return true;
  }

  @Override
  public boolean mustUnwind() {
    return true;
  }

  @Override
  public void abandon(int actor) {
    workers[actor] = null;
    give(MAIN);
    while (true) {
      LockSupport.park();
      Thread.interrupted();
    }
  }

  @Override
  public Thread carrier() {
    int now = turn;
    ActorThread worker = now >= 0 && now < workers.length ? workers[now] : null;
    Thread thread = worker == null ? null : worker.thread;
    return thread == null ? main : thread;
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(main);
    for (ActorThread worker : workers) {
      if (worker != null && worker.thread != null) {
        LockSupport.unpark(worker.thread);
      }
    }
  }

  private void give(int to) {
    turn = to;
    Thread thread = to == MAIN ? main : workers[to].thread;
    if (thread != null && asleep.contains(thread)) {
      LockSupport.unpark(thread);
    }
  }

  /** False when the coroutines are closed. */
  private boolean awaitTurn(int who) {
    for (int look = 0; look < LOOKS && turn != who; look++) {
      Thread.onSpinWait();
    }
    if (turn != who) {
      Thread self = Thread.currentThread();
      asleep.add(self);
      while (turn != who && !closed) {
        LockSupport.park(this);
        Thread.interrupted();
      }
      asleep.remove(self);
    }
    return !closed && turn == who;
  }

  private final class ActorThread implements Runnable {
    private final int actor;

    /** Null until it runs; then it looks whose turn it is. */
    private volatile Thread thread;

    private IntSupplier body;

    private ActorThread(int actor) {
      this.actor = actor;
    }

    @Override
    public void run() {
      thread = Thread.currentThread();
      while (awaitTurn(actor)) {
        give(body.getAsInt());
      }
    }
  }
}
