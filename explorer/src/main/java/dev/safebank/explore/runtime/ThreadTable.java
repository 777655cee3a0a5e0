package dev.safebank.explore.runtime;

import dev.safebank.explore.deadlock.Resource;
import dev.safebank.explore.deadlock.WaitForGraph;
import dev.safebank.explore.deadlock.WaitReasons;
import dev.safebank.explore.program.ExecutionStatus;
import dev.safebank.explore.result.WaitReason;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/** The threads of one execution: its actors, the arbiter, and those that they start. */
public final class ThreadTable {

  private final List<ThreadContext> actors = new ArrayList<>();
  private final IdentityHashMap<Thread, ThreadState> states = new IdentityHashMap<>();
  private int started;

  /**
   * Takes on one more.
   *
   * @param awaited whether the execution lasts until it has ended
   * @param most how many there can be in all
   */
  ThreadContext add(String name, Thread identity, boolean awaited, int most) {
    ThreadState state = state(identity);
    ThreadContext actor = new ThreadContext(actors.size(), name, state, awaited, most);
    actors.add(actor);
    state.startedAs(actor);
    started += awaited ? 0 : 1;
    return actor;
  }

  /** How far a thread has come, whether it was started or not. */
  public ThreadState state(Thread thread) {
    return states.computeIfAbsent(Objects.requireNonNull(thread), ThreadState::new);
  }

  /** How many were started by others. */
  public int countStarted() {
    return started;
  }

  public ThreadContext get(int index) {
    return actors.get(index);
  }

  public List<ThreadContext> all() {
    return actors;
  }

  /** The context of a thread, if it was started. */
  public Optional<ThreadContext> of(Thread thread) {
    return Optional.ofNullable(states.get(thread)).flatMap(ThreadState::context);
  }

  /** Whether a thread is one of the actors, and nobody has started it. */
  public boolean isActor(Thread thread) {
    return of(thread).filter(actor -> actor.awaited).isPresent();
  }

  /** Bit set of those that can move. */
  int enabled() {
    int enabled = 0;
    for (int i = 0; i < actors.size(); i++) {
      ThreadContext actor = actors.get(i);
      if (!actor.finished && !actor.cut && actor.pending().isEnabled()) {
        enabled |= 1 << i;
      }
    }
    return enabled != 0 ? enabled : lastResort();
  }

  /** Whether any thread is to wake up spuriously. */
  boolean isAnyWakeupDue() {
    for (ThreadContext actor : actors) {
      if (actor.wakeups.isDue()) {
        return true;
      }
    }
    return false;
  }

  /**
   * What it means that none of the threads can move. Those that actors have started need not come
   * to their end.
   */
  ExecutionStatus statusWhenNoneCanMove() {
    if (isOver()) {
      return ExecutionStatus.FINISHED;
    }
    if (actors.stream().anyMatch(actor -> actor.cut)) {
      return ExecutionStatus.BOUNDED;
    }
    WaitForGraph graph = new WaitForGraph(actors.stream()
        .map(actor ->
            actor.finished ? Optional.<Resource>empty() : actor.pending().resource())
        .toList());
    return graph.hasCycle() ? ExecutionStatus.DEADLOCK : ExecutionStatus.STUCK;
  }

  private boolean isOver() {
    for (ThreadContext actor : actors) {
      if (!actor.finished && actor.awaited) {
        return false;
      }
    }
    return true;
  }

  /** Why each of the first so many threads waits, when none can move; empty if it does not. */
  List<Optional<WaitReason>> waitReasons(int most) {
    WaitReasons reasons = new WaitReasons(actors.stream()
        .map(actor -> new WaitReasons.WaitingThread(
            actor.finished ? Optional.empty() : actor.pending().resource(),
            !actor.finished,
            actor.hasLeaked()))
        .toList());
    return IntStream.range(0, most).mapToObj(reasons::of).toList();
  }

  private int lastResort() {
    int enabled = 0;
    for (ThreadContext actor : actors) {
      if (!actor.finished && !actor.cut && actor.pending().isLastResort()) {
        enabled |= 1 << actor.index;
      }
    }
    return enabled;
  }

  /** Those that are not at their end, and cannot move. */
  public List<ThreadContext> waiting() {
    List<ThreadContext> waiting = new ArrayList<>();
    for (ThreadContext actor : actors) {
      if (!actor.finished && (actor.cut || !actor.pending().isEnabled())) {
        waiting.add(actor);
      }
    }
    return waiting;
  }
}
