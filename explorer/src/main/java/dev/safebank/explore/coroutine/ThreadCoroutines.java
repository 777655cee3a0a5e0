package dev.safebank.explore.coroutine;

import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import java.util.function.IntSupplier;

/** Coroutines on platform threads, reused from execution to execution. Works on every JVM. */
public final class ThreadCoroutines implements Coroutines {

  /** How long to spin before parking: a step is often shorter. */
  private static final int LOOKS = 400;

  private final BiFunction<Runnable, String, Thread> threads;
  private final Thread main = Thread.currentThread();
  private volatile ActorThread[] workers = new ActorThread[4];
  private volatile int turn = MAIN;
  private volatile boolean closed;

  /** The threads that are parked until they get control. */
  private final Set<Thread> asleep = ConcurrentHashMap.newKeySet();

  ThreadCoroutines(BiFunction<Runnable, String, Thread> threads) {
    this.threads = threads;
  }

  @Override
  public void prepare(int actor, IntSupplier body) {
    if (actor >= workers.length) {
      workers = Arrays.copyOf(workers, actor * 2);
    }
    if (workers[actor] == null) {
      workers[actor] = new ActorThread(actor);
      workers[actor].thread.start();
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
    return worker == null ? main : worker.thread;
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(main);
    for (ActorThread worker : workers) {
      if (worker != null) {
        LockSupport.unpark(worker.thread);
      }
    }
  }

  private void give(int to) {
    Thread thread = to == MAIN ? main : workers[to].thread;
    turn = to;
    if (asleep.contains(thread)) {
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
    private final Thread thread;
    private IntSupplier body;

    private ActorThread(int actor) {
      this.actor = actor;
      this.thread = threads.apply(this, "explorer-actor-" + (actor + 1));
    }

    @Override
    public void run() {
      while (awaitTurn(actor)) {
        give(body.getAsInt());
      }
    }
  }
}
