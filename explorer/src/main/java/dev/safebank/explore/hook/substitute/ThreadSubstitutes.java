package dev.safebank.explore.hook.substitute;

import dev.safebank.explore.memory.Location;
import dev.safebank.explore.operation.Action;
import dev.safebank.explore.runtime.CurrentExecution;
import dev.safebank.explore.runtime.Execution;
import dev.safebank.explore.runtime.ThreadContext;
import dev.safebank.explore.runtime.ThreadState;
import dev.safebank.explore.site.AccessMode;
import dev.safebank.explore.synchronizer.SynchronizerModels;
import dev.safebank.explore.thread.Interrupts;
import dev.safebank.explore.thread.ThreadStart;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** Calls to {@code Thread}. Time is nothing: sleeping and yielding leave all to the scheduler. */
@Substitutes(Thread.class)
public final class ThreadSubstitutes {

  private static final Pattern NUMBERED = Pattern.compile("Thread-\\d+");
  private static final int NANOS_PER_MILLI = 1_000_000;

  private ThreadSubstitutes() {}

  /** Stands in for {@link Thread#currentThread()}: an object that was never started. */
  public static Thread currentThread(int site) {
    Optional<ThreadContext> self = CurrentExecution.thread();
    if (self.isEmpty()) {
      isAnyThread(site);
    }
    return self.map(actor -> actor.identity).orElseGet(Thread::currentThread);
  }

  /** Stands in for {@link Thread#yield()}. */
  @SuppressWarnings("NamedLikeContextualKeyword") // It is named like what it stands in for.
  public static void yield(int site) {
    checkNotOver();
  }

  /** Stands in for {@link Thread#onSpinWait()}. */
  public static void onSpinWait(int site) {
    checkNotOver();
  }

  /** Nobody says which threads run the constructor of the state and the arbiter. */
  private static void isAnyThread(int site) {
    if (CurrentExecution.get() != null) {
      CurrentExecution.get().findings().uncontrolled(site);
    }
  }

  private static void checkNotOver() {
    if (CurrentExecution.thread().isPresent()) {
      CurrentExecution.get().checkNotOver();
    }
  }

  /** Stands in for {@link Thread#sleep(long)}. */
  public static void sleep(long millis, int site) throws InterruptedException {
    checkTimeout(millis, 0);
    sleep(site);
  }

  /** Stands in for {@link Thread#sleep(long, int)}. */
  public static void sleep(long millis, int nanos, int site) throws InterruptedException {
    checkTimeout(millis, nanos);
    sleep(site);
  }

  /** Stands in for {@code Thread.sleep(Duration)}. */
  public static void sleep(Duration duration, int site) throws InterruptedException {
    if (duration.isNegative()) {
      checkNotOver();
      return;
    }
    sleep(site);
  }

  private static void sleep(int site) throws InterruptedException {
    if (Interrupts.interrupted(CurrentExecution.get(), CurrentExecution.thread(), site)) {
      throw new InterruptedException("sleep interrupted");
    }
  }

  private static void checkTimeout(long millis, int nanos) {
    if (millis < 0) {
      throw new IllegalArgumentException("timeout value is negative");
    }
    if (nanos < 0 || nanos >= NANOS_PER_MILLI) {
      throw new IllegalArgumentException("nanosecond timeout value out of range");
    }
  }

  /** Stands in for {@link Thread#interrupt()}. */
  public static void interrupt(Thread thread, int site) {
    Optional<ThreadContext> self = CurrentExecution.thread();
    if (self.isEmpty()) {
      uncontrolled(thread, site);
      return;
    }
    Execution execution = CurrentExecution.get();
    ThreadState state = execution.threads().state(thread);
    if (state.context().isPresent()) {
      Interrupts.set(execution, self.get(), state.context().get(), site);
    } else {
      Interrupts.setBeforeStart(execution, self.get(), state, site);
    }
  }

  private static void uncontrolled(Thread thread, int site) {
    Objects.requireNonNull(thread);
    if (CurrentExecution.get() != null) {
      CurrentExecution.get().findings().uncontrolled(site);
    }
  }

  /** Stands in for {@link Thread#interrupted()}. */
  public static boolean interrupted(int site) {
    Optional<ThreadContext> self = CurrentExecution.thread();
    if (self.isEmpty()) {
      isAnyThread(site);
      return false;
    }
    return Interrupts.test(CurrentExecution.get(), self.get(), self.get(), true, site);
  }

  /** Stands in for {@link Thread#isInterrupted()}. */
  public static boolean isInterrupted(Thread thread, int site) {
    Optional<ThreadContext> self = CurrentExecution.thread();
    if (self.isEmpty()) {
      return stateOutsideActors(thread).map(ThreadState::isInterrupted).orElse(false);
    }
    ThreadState state = CurrentExecution.get().threads().state(thread);
    return state.context().isPresent()
        ? Interrupts.test(CurrentExecution.get(), self.get(), state.context().get(), false, site)
        : Interrupts.testBeforeStart(CurrentExecution.get(), self.get(), state, site);
  }

  /** Stands in for {@link Thread#holdsLock(Object)}: invisible to other threads. */
  public static boolean holdsLock(Object object, int site) {
    return CurrentExecution.get() == null
        ? Thread.holdsLock(object)
        : SynchronizerModels.monitor(CurrentExecution.get(), object)
            .isHeldBy(CurrentExecution.thread());
  }

  /** Stands in for {@link Thread#start()}: the thread is one more of the execution. */
  @SuppressWarnings("DoNotCall") // The execution runs the thread's task, and never the thread.
  public static void start(Thread thread, int site) {
    start(thread, thread, site);
  }

  static void start(Thread thread, Runnable task, int site) {
    Execution execution = CurrentExecution.get();
    Optional<ThreadContext> self = CurrentExecution.thread();
    if (self.isEmpty()) {
      execution.startOutsideActors(site);
      return;
    }
    execution.checkNotOver();
    ThreadStart.start(execution, self.get(), thread, task, site);
  }

  /** Stands in for {@link Thread#setDaemon}, which a thread that runs refuses. */
  public static void setDaemon(Thread thread, boolean on, int site) {
    if (isAlive(thread, site)) {
      throw new IllegalThreadStateException();
    }
    attribute(thread, true, site);
    thread.setDaemon(on);
    stateOutsideActors(thread).ifPresent(ThreadState::daemonIsSet);
  }

  /** Stands in for {@link Thread#isDaemon()}, which is chance unless the program has set it. */
  public static boolean isDaemon(Thread thread, int site) {
    attribute(thread, false, site);
    if (stateOutsideActors(thread).filter(ThreadState::isDaemonSet).isEmpty()) {
      uncontrolled(thread, site);
    }
    return thread.isDaemon();
  }

  /**
   * Stands in for {@link Thread#setUncaughtExceptionHandler}: the handler that is set when the
   * thread dies is called.
   */
  public static void setUncaughtExceptionHandler(
      Thread thread, Thread.UncaughtExceptionHandler handler, int site) {
    Optional<ThreadContext> self = CurrentExecution.thread();
    if (self.isPresent()) {
      ThreadState state = CurrentExecution.get().threads().state(thread);
      CurrentExecution.get()
          .accesses()
          .access(self.get(), state.handler, Action.WRITE, AccessMode.VOLATILE, site);
    }
    thread.setUncaughtExceptionHandler(handler);
  }

  /** A plain field of the thread itself is used: not controlled where several actors do so. */
  private static void attribute(Thread thread, boolean write, int site) {
    Optional<ThreadContext> self = CurrentExecution.thread();
    if (self.isPresent()) {
      Execution execution = CurrentExecution.get();
      Location location = execution.memory().of(thread).whole();
      if (execution.accesses().isVisibleToOthers(self.get(), location, write, site)) {
        execution.findings().uncontrolled(site);
      }
    }
  }

  /** Stands in for {@link Thread#getName()}, which is chance unless the program gave the name. */
  public static String getName(Thread thread, int site) {
    String name = thread.getName();
    if (CurrentExecution.get() != null
        && (NUMBERED.matcher(name).matches() || CurrentExecution.get().threads().isActor(thread))) {
      CurrentExecution.get().findings().uncontrolled(site);
    }
    return name;
  }

  /** Stands in for {@link Thread#join()}. */
  public static void join(Thread thread, int site) throws InterruptedException {
    join(thread, false, site);
  }

  /** Stands in for {@link Thread#join(long)}. */
  public static void join(Thread thread, long millis, int site) throws InterruptedException {
    checkTimeout(millis, 0);
    join(thread, millis > 0, site);
  }

  /** Stands in for {@link Thread#join(long, int)}. */
  public static void join(Thread thread, long millis, int nanos, int site)
      throws InterruptedException {
    checkTimeout(millis, nanos);
    join(thread, millis > 0 || nanos > 0, site);
  }

  /** Stands in for {@code Thread.join(Duration)}: true if the thread has ended. */
  public static boolean join(Thread thread, Duration duration, int site)
      throws InterruptedException {
    Objects.requireNonNull(duration);
    Optional<ThreadContext> self = CurrentExecution.thread();
    if (self.isEmpty()) {
      return stateOutsideActors(thread).map(ThreadState::hasEnded).orElse(false);
    }
    ThreadState state = CurrentExecution.get().threads().state(thread);
    look(state, self.get(), site);
    if (state.isNew()) {
      throw new IllegalThreadStateException("Thread not started");
    }
    if (duration.isZero() || duration.isNegative()) {
      return state.hasEnded();
    }
    join(thread, true, site);
    return state.hasEnded();
  }

  /** Waits until the thread has ended, unless it was not started, or this one is interrupted. */
  private static void join(Thread thread, boolean timed, int site) throws InterruptedException {
    Optional<ThreadContext> actor = CurrentExecution.thread();
    if (actor.isEmpty()) {
      joinOutsideActors(thread, timed, site);
      return;
    }
    Execution execution = CurrentExecution.get();
    ThreadContext self = actor.get();
    ThreadState state = execution.threads().state(thread);
    othersActor(execution, self, thread, site);
    boolean interruptible = execution.findings().interrupts();
    if (interruptible) {
      look(state, self, site);
      if (!state.isAlive()) {
        return; // OpenJDK looks for an interrupt only if it waits.
      }
    }
    self.pending().begin(Action.AWAIT, site).access(state.lifeCycle, false);
    if (interruptible) {
      self.pending().access(self.interruptFlag, true);
    }
    self.pending()
        .enabledWhen(() -> !state.isAlive() || timed || (interruptible && self.interrupted));
    execution.accesses().await(self, state.lifeCycle, site);
    boolean other = state.hasEnded() && self.interrupted;
    if (interruptible
        && !(other && execution.scheduler().alternative(2) == 1)
        && self.takeInterrupt()) {
      throw new InterruptedException();
    }
    if (state.hasEnded()) {
      state.end.acquire(self.clock);
    }
  }

  /** Whether and when the thread ends that runs an actor, nobody says. */
  private static void othersActor(
      Execution execution, ThreadContext self, Thread thread, int site) {
    if (execution.threads().isActor(thread) && thread != self.identity) {
      execution.findings().uncontrolled(site);
    }
  }

  private static void joinOutsideActors(Thread thread, boolean timed, int site) {
    if (!timed && stateOutsideActors(thread).map(ThreadState::isAlive).orElse(false)) {
      CurrentExecution.get().startOutsideActors(site);
    }
  }

  /** Stands in for {@link Thread#isAlive()}; false comes after all that the thread did. */
  public static boolean isAlive(Thread thread, int site) {
    Optional<ThreadContext> self = CurrentExecution.thread();
    if (self.isEmpty()) {
      return stateOutsideActors(thread).map(ThreadState::isAlive).orElse(false);
    }
    ThreadState state = CurrentExecution.get().threads().state(thread);
    othersActor(CurrentExecution.get(), self.get(), thread, site);
    if (self.get().heldThreads > 0) {
      CurrentExecution.get().findings().uncontrolled(site);
    }
    look(state, self.get(), site);
    return state.isAlive();
  }

  /**
   * Stands in for {@link Thread#getState()}. What a running thread waits for at the moment is not
   * controlled.
   */
  public static Thread.State getState(Thread thread, int site) {
    if (isAlive(thread, site)) {
      CurrentExecution.get().findings().uncontrolled(site);
      return Thread.State.RUNNABLE;
    }
    return stateOutsideActors(thread).map(ThreadState::hasEnded).orElse(false)
        ? Thread.State.TERMINATED
        : Thread.State.NEW;
  }

  private static void look(ThreadState state, ThreadContext self, int site) {
    self.pending().begin(Action.READ, site).access(state.lifeCycle, false);
    CurrentExecution.get().accesses().await(self, state.lifeCycle, site);
    if (state.hasEnded()) {
      state.end.acquire(self.clock);
    }
  }

  private static Optional<ThreadState> stateOutsideActors(Thread thread) {
    Objects.requireNonNull(thread);
    return Optional.ofNullable(CurrentExecution.get()).map(run -> run.threads().state(thread));
  }
}
