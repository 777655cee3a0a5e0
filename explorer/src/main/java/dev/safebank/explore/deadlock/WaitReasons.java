package dev.safebank.explore.deadlock;

import dev.safebank.explore.result.WaitReason;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Why threads wait that never move again. Unlike the {@link WaitForGraph}, this knows those who
 * share a resource, too: a reader that wants to write waits for itself, whoever else reads.
 */
public final class WaitReasons {

  private final List<WaitingThread> threads;

  /**
   * A thread when no thread can move.
   *
   * @param wanted what it waits for; empty if it does not wait for a resource
   * @param waits whether it waits at all
   * @param leaked whether it has kept something beyond the end of the call in which it took it
   */
  public record WaitingThread(Optional<Resource> wanted, boolean waits, boolean leaked) {}

  /** @param threads all threads, by their index */
  public WaitReasons(List<WaitingThread> threads) {
    this.threads = List.copyOf(threads);
  }

  /** Why a thread waits; empty if it does not. */
  public Optional<WaitReason> of(int thread) {
    return threads.get(thread).waits() ? Optional.of(reason(thread)) : Optional.empty();
  }

  private WaitReason reason(int thread) {
    Set<Integer> holders = holders(thread);
    if (holders.isEmpty()) {
      return WaitReason.UNKNOWN;
    }
    if (holders.stream().anyMatch(this::isBehindItsCall)) {
      return WaitReason.FOR_AN_ENDED_CALL;
    }
    if (holders.contains(thread)) {
      return WaitReason.FOR_ITSELF;
    }
    return isInCycle(thread) ? WaitReason.IN_A_CYCLE : WaitReason.FOR_A_BLOCKED_CALL;
  }

  private boolean isBehindItsCall(int holder) {
    return !threads.get(holder).waits() || threads.get(holder).leaked();
  }

  /** Whether it waits for others that wait for it, directly or not. */
  private boolean isInCycle(int thread) {
    Set<Integer> reached = new HashSet<>();
    Deque<Integer> open = new ArrayDeque<>(holders(thread));
    while (!open.isEmpty()) {
      int next = open.poll();
      if (next != thread && reached.add(next)) {
        if (holders(next).contains(thread)) {
          return true;
        }
        open.addAll(holders(next));
      }
    }
    return false;
  }

  private Set<Integer> holders(int thread) {
    Set<Integer> holders = new HashSet<>();
    threads
        .get(thread)
        .wanted()
        .ifPresent(resource -> resource.holders().stream()
            .filter(holder -> holder.actor() != Holder.MAIN)
            .forEach(holder -> holders.add(holder.actor())));
    return holders;
  }
}
