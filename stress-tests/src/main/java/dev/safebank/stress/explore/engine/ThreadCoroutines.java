package dev.safebank.stress.explore.engine;

import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;

/** Coroutines on platform threads, reused from execution to execution. Works on every JVM. */
final class ThreadCoroutines implements Coroutines {

  /** How long to look before going to sleep: a turn often lasts no longer. */
  private static final int LOOKS = 400;

  private static final int OVER = Integer.MIN_VALUE;

  private final Thread main = Thread.currentThread();
  private Worker[] workers = new Worker[4];
  private volatile int turn = MAIN;

  /** Those who must be woken when it is their turn. */
  private final Set<Thread> asleep = ConcurrentHashMap.newKeySet();

  @Override
  public void prepare(int actor, IntSupplier body) {
    if (actor >= workers.length) {
      workers = Arrays.copyOf(workers, actor * 2);
    }
    if (workers[actor] == null) {
      workers[actor] = new Worker(actor);
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
    }
  }

  @Override
  public void close() {
    turn = OVER;
    for (Worker worker : workers) {
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

  /** False when all is over. */
  private boolean awaitTurn(int who) {
    for (int look = 0; look < LOOKS && turn != who; look++) {
      Thread.onSpinWait();
    }
    if (turn != who) {
      Thread self = Thread.currentThread();
      asleep.add(self);
      while (turn != who && turn != OVER) {
        LockSupport.park(this);
      }
      asleep.remove(self);
    }
    return turn == who;
  }

  private final class Worker implements Runnable {
    private final int actor;
    private final Thread thread;
    private IntSupplier body;

    private Worker(int actor) {
      this.actor = actor;
      this.thread = new Thread(this, "explorer-actor-" + (actor + 1));
      thread.setDaemon(true);
    }

    @Override
    public void run() {
      while (awaitTurn(actor)) {
        give(body.getAsInt());
      }
    }
  }
}
