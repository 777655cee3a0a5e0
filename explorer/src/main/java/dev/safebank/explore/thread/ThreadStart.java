package dev.safebank.explore.thread;

import dev.safebank.explore.operation.Action;
import dev.safebank.explore.program.ExecutionAborted;
import dev.safebank.explore.runtime.CurrentExecution;
import dev.safebank.explore.runtime.Execution;
import dev.safebank.explore.runtime.ThreadContext;
import dev.safebank.explore.runtime.ThreadState;
import dev.safebank.explore.site.AccessMode;
import java.util.Optional;

/**
 * Threads that actors start: each is one more thread of the execution. One that has the name that
 * the JVM gives it is numbered anew in each execution, so that executions of the same schedule are
 * the same.
 */
public final class ThreadStart {

  private ThreadStart() {}

  /** A thread was created: it has inherited from the one that created it. */
  public static void created(Thread thread) {
    Optional<ThreadContext> parent = CurrentExecution.thread();
    if (parent.isPresent()) {
      ThreadState state = CurrentExecution.get().threads().state(thread);
      state.inherit(parent.get().threadLocals.takeCaptured());
      if (thread.isDaemon() && Thread.currentThread().isDaemon()) {
        thread.setDaemon(parent.get().identity.isDaemon());
      }
    }
  }

  /**
   * The parent starts a thread, which has seen all that the parent has. That is a step, since who
   * joins the thread, asks for its state or starts it as well can tell before from after.
   *
   * @param task what the thread runs
   * @throws IllegalThreadStateException if it was started before
   */
  public static void start(
      Execution execution, ThreadContext parent, Thread thread, Runnable task, int site) {
    ThreadState state = execution.threads().state(thread);
    parent.pending().begin(Action.START, site).access(state.lifeCycle, true);
    execution.step(parent);
    if (!state.isNew()) {
      parent.executing().changed(false);
      throw new IllegalThreadStateException();
    }
    execution.needArbiterThread(site);
    if (thread.getName().matches("Thread-\\d+")) {
      thread.setName("Thread-" + execution.threads().countStarted());
    }
    ThreadContext child = execution.addThread(
        thread.getName(), thread, false, actor -> () -> run(execution, actor, task, site));
    execution.startedInThisStep(child);
    child.clock.inheritFrom(parent.clock);
    child.pending().begin(Action.BEGIN, site);
  }

  private static void run(Execution execution, ThreadContext actor, Runnable task, int site) {
    execution.checkNotOver();
    try {
      task.run();
    } catch (ExecutionAborted endOfExecution) {
      throw endOfExecution;
    } catch (VirtualMachineError limitOfTheJvm) {
      execution
          .findings()
          .bound("%s ended with %s, as not every JVM would".formatted(actor.name, limitOfTheJvm));
    } catch (Throwable thrown) {
      handle(execution, actor, thrown, site);
    }
    ThreadState state = execution.threads().state(actor.identity);
    actor.pending().begin(Action.END, site).access(state.lifeCycle, true);
    execution.step(actor);
    state.ended();
  }

  /**
   * An uncaught exception ends the thread, after its handler has run in it (JLS 11.3). A thread
   * group's own handler only prints.
   */
  private static void handle(Execution execution, ThreadContext actor, Throwable thrown, int site) {
    Thread thread = actor.identity;
    ThreadState state = execution.threads().state(thread);
    execution.accesses().access(actor, state.handler, Action.READ, AccessMode.VOLATILE, site);
    Thread.UncaughtExceptionHandler handler = thread.getUncaughtExceptionHandler();
    if (handler == null || handler.getClass() == ThreadGroup.class) {
      return;
    }
    try {
      handler.uncaughtException(thread, thrown);
    } catch (ExecutionAborted endOfExecution) {
      throw endOfExecution;
    } catch (Throwable ignored) {
      // The JVM ignores what a handler throws (Thread.UncaughtExceptionHandler).
    }
  }
}
