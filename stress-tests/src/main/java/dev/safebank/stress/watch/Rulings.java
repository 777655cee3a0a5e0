package dev.safebank.stress.watch;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The handshake between the watchdog and the actors that it frees: a ruling is written down before
 * the interrupt that announces it, and stays until the actor has read it.
 *
 * <p>A thread is interrupted only in a wait that is proved to have no other end. So the interrupt
 * ends that very wait, and cannot come late and disturb what the thread does next. While the ruling
 * is unanswered, the thread must be seen to wait anew before it may be interrupted again: on its
 * way out it may well block once more.
 */
final class Rulings {

  private final Map<Thread, Announcement> unanswered = new ConcurrentHashMap<>();

  /** Interrupts the thread because of the ruling. */
  void announce(Thread victim, Ruling ruling) {
    unanswered.merge(victim, new Announcement(ruling, 1), Announcement::again);
    victim.interrupt();
  }

  /** How many interrupts in a row the thread has not answered. */
  int unanswered(Thread victim) {
    return Optional.ofNullable(unanswered.get(victim)).map(Announcement::times).orElse(0);
  }

  /** What was last announced to the calling thread, once: reading it is the answer. */
  Optional<Ruling> answer() {
    return Optional.ofNullable(unanswered.remove(Thread.currentThread())).map(Announcement::ruling);
  }

  private record Announcement(Ruling ruling, int times) {

    Announcement again(Announcement next) {
      return new Announcement(next.ruling, times + next.times);
    }
  }
}
