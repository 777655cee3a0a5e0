package dev.safebank.stress.watch;

import dev.safebank.evidence.BlockageKind;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The interrupts that actors have not answered yet: a reason is stored before the thread is
 * interrupted, and stays until the actor reads it.
 *
 * <p>A thread is interrupted only in a wait that is proved to have no other end. So the interrupt
 * ends that very wait, and cannot come late and disturb what the thread does next. While it is
 * unanswered, the thread must be seen waiting again before it may be interrupted again: on its way
 * out it may well block once more.
 */
final class PendingInterrupts {

  private final Map<Thread, Pending> unanswered = new ConcurrentHashMap<>();

  /** Interrupts the thread for this reason. */
  void interrupt(Thread victim, BlockageKind reason) {
    unanswered.merge(victim, new Pending(reason, 1), Pending::and);
    victim.interrupt();
  }

  /** Number of consecutive interrupts that the thread has not answered. */
  int unanswered(Thread victim) {
    return Optional.ofNullable(unanswered.get(victim)).map(Pending::times).orElse(0);
  }

  /** The reason of the calling thread's last interrupt, once: reading it is the answer. */
  Optional<BlockageKind> answer() {
    return Optional.ofNullable(unanswered.remove(Thread.currentThread())).map(Pending::reason);
  }

  private record Pending(BlockageKind reason, int times) {

    Pending and(Pending next) {
      return new Pending(next.reason, times + next.times);
    }
  }
}
