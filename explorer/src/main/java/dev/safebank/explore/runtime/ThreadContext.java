package dev.safebank.explore.runtime;

import dev.safebank.explore.deadlock.Holder;
import dev.safebank.explore.memory.Location;
import dev.safebank.explore.memory.ObjectState;
import dev.safebank.explore.operation.Action;
import dev.safebank.explore.operation.Operation;
import dev.safebank.explore.operation.PendingCompareAndSet;
import dev.safebank.explore.race.SyncClock;
import dev.safebank.explore.race.ThreadClock;
import dev.safebank.explore.race.VectorClock;
import dev.safebank.explore.spinloop.LoopDetector;
import java.util.Optional;

/** One thread of the explored program, in one execution. */
public final class ThreadContext {

  public final int index;
  public final String name;

  /** What {@code Thread.currentThread()} answers in it; never started. */
  public final Thread identity;

  /** What happens before its next step. */
  public final ThreadClock clock;

  /** The step that it does or did last. */
  private Operation executing = new Operation();

  private Operation pending = new Operation();

  /** The latest step of each actor that comes before its last step in every equivalent order. */
  public int[] order;

  public boolean finished;

  /** Whether the execution lasts until it has ended: the actors and the arbiter. */
  final boolean awaited;

  /** A bound was met: it does not move any more in this execution. */
  boolean cut;

  /** Greater than zero in code that is one step as a whole, such as a class's initialisation. */
  public int atomicDepth;

  public boolean interrupted;
  public final Location interruptFlag;

  /**
   * How many monitors of threads it holds. OpenJDK's {@code Thread.join} and the end of a thread
   * need that monitor, too (Javadoc of {@code Thread.join}), so who holds one must not wait.
   */
  public int heldThreads;

  public boolean permit;
  public final Location permitLocation;

  /** What happens before it is found to be interrupted (JLS 17.4.4). */
  public final SyncClock interrupts = new SyncClock();

  public final LoopDetector loops;

  /** The calls into the JDK that it is executing. */
  private OpenCalls calls;

  public int spuriousFailures;

  /** Its spurious wake-ups. */
  public final SpuriousWakeups wakeups = new SpuriousWakeups(this);

  /** Locks acquired by the current step; negative if it releases. */
  public int taken;

  /** Locks taken and not given back by the steps before. */
  private int held;

  private boolean leaked;

  /** Whether the effects of the last step were recorded. */
  boolean effectsRecorded = true;

  /** Loop iterations without effect after which a lock has changed, and after which nothing has. */
  int retries;

  int soleRunnerRounds;

  public PendingCompareAndSet pendingCompareAndSet = PendingCompareAndSet.NONE;
  public final ThreadLocals threadLocals = new ThreadLocals();

  ThreadContext(int index, String name, ThreadState state, boolean awaited, int actors) {
    this.index = index;
    this.name = name;
    this.identity = state.thread();
    this.awaited = awaited;
    this.clock = new ThreadClock(index, actors);
    this.order = VectorClock.start(actors);
    this.interruptFlag = state.interruptFlag;
    this.permitLocation = Location.alwaysShared(new ObjectState(identity), "permit");
    this.loops = new LoopDetector(index);
  }

  /** The thread's index as the holder of a resource; that of the main thread if there is none. */
  public static int indexOf(Optional<ThreadContext> thread) {
    return thread.map(context -> context.index).orElse(Holder.MAIN);
  }

  /** Ties the context to its execution. */
  void enter(Execution execution) {
    calls = new OpenCalls(execution, this);
    clock.listen(calls);
  }

  /** The calls into the JDK that the thread is executing. */
  public OpenCalls calls() {
    return calls;
  }

  public Operation pending() {
    return pending;
  }

  public Operation executing() {
    return executing;
  }

  /** The pending step is now being done. */
  void beginStep() {
    effectsRecorded = false;
    Operation next = pending;
    pending = executing;
    executing = next;
  }

  /** One of the actor's calls has ended; its last step need not have been noted yet. */
  void callEnded() {
    leaked |= held + taken > 0;
  }

  /** Whether it has held a lock beyond the end of the call that took it. */
  boolean hasLeaked() {
    return leaked;
  }

  /** Records which locations the last step, now done, has accessed and changed. */
  void recordEffects() {
    if (effectsRecorded) {
      return;
    }
    effectsRecorded = true;
    Action action = executing.action();
    if (!action.isAccess() && !action.isLocking() && action != Action.SPIN && !isIdle()) {
      loops.localStateMayHaveChanged();
    }
    boolean writing = !action.isLocking() && action != Action.READ;
    for (int i = 0; i < executing.size(); i++) {
      Location place = executing.location(i);
      if (hasChanged(i)) {
        place.recordChange(index, !writing);
      }
      if (action != Action.SPIN) {
        loops.recordAccess(place, executing.changes(i) && writing, i == 0 ? taken : 0);
      }
    }
    wakeups.recordStep(executing);
    executing.acquired(taken > 0);
    held += taken;
    taken = 0;
  }

  /** Whether the last step was a call, or a wait with a time limit, that found nothing to do. */
  private boolean isIdle() {
    Action action = executing.action();
    boolean idle = executing.size() > 0 && (action == Action.CALL || action == Action.AWAIT);
    for (int i = 0; i < executing.size() && idle; i++) {
      idle = !executing.changes(i);
    }
    return idle;
  }

  /**
   * Whether the last step changed the value of its location of this number. Acquiring a shared lock
   * does, though it does not conflict with another shared acquisition; a failed attempt, or
   * queueing for it, does not.
   */
  private boolean hasChanged(int i) {
    Action action = executing.action();
    if (action == Action.READ || action == Action.SPIN) {
      return false;
    }
    return (i == 0 && action.isLocking()) ? taken != 0 : executing.changes(i);
  }

  /** Whether it is interrupted, which it finds out; if so, it no longer is. */
  public boolean takeInterrupt() {
    boolean was = interrupted;
    interrupted = false;
    if (was) {
      interrupts.acquire(clock);
    }
    return was;
  }
}
