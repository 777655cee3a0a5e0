package dev.safebank.explore.runtime;

import dev.safebank.explore.memory.Location;
import dev.safebank.explore.memory.ObjectState;
import dev.safebank.explore.race.SyncClock;
import java.util.IdentityHashMap;
import java.util.Optional;

/**
 * How far a {@code java.lang.Thread} has come in one execution: not started, running, ended. The
 * object itself is never started.
 */
public final class ThreadState {

  /** Changed by its start and its end. */
  public final Location lifeCycle;

  public final Location interruptFlag;

  /** The handler of uncaught exceptions, which is a volatile variable. */
  public final Location handler;

  /** What happens before the detection of its end (JLS 17.4.4). */
  public final SyncClock end = new SyncClock();

  private final Thread thread;
  private Optional<ThreadContext> context = Optional.empty();
  private boolean ended;
  private boolean interruptedBeforeStart;
  private boolean daemonSet;
  private IdentityHashMap<ThreadLocal<?>, Object> inherited = new IdentityHashMap<>(0);

  ThreadState(Thread thread) {
    this.thread = thread;
    ObjectState object = new ObjectState(thread);
    this.lifeCycle = Location.alwaysShared(object, "life");
    this.interruptFlag = Location.alwaysShared(object, "interrupt");
    this.handler = new Location(object, "handler");
  }

  public Thread thread() {
    return thread;
  }

  /** The running or ended thread; empty if it was not started. */
  public Optional<ThreadContext> context() {
    return context;
  }

  public boolean isNew() {
    return context.isEmpty();
  }

  public boolean isAlive() {
    return context.isPresent() && !ended;
  }

  public boolean hasEnded() {
    return ended;
  }

  void startedAs(ThreadContext newContext) {
    context = Optional.of(newContext);
    newContext.interrupted = interruptedBeforeStart;
    newContext.threadLocals.inherit(inherited);
  }

  /** It was created, and has inherited these. */
  public void inherit(IdentityHashMap<ThreadLocal<?>, Object> locals) {
    inherited = locals;
  }

  public void ended() {
    ended = true;
    end.release(context.orElseThrow().clock);
  }

  /** The program itself says whether it is a daemon. */
  public void daemonIsSet() {
    daemonSet = true;
  }

  /** Whether the program itself has said whether it is a daemon. */
  public boolean isDaemonSet() {
    return daemonSet;
  }

  /** Whether its interrupt flag is set. */
  public boolean isInterrupted() {
    return context.map(running -> running.interrupted).orElse(interruptedBeforeStart);
  }

  /** Sets its flag; a thread that was not started keeps that (Thread.interrupt, since 14). */
  public void interrupt() {
    if (context.isPresent()) {
      context.get().interrupted = true;
    } else {
      interruptedBeforeStart = true;
    }
  }
}
