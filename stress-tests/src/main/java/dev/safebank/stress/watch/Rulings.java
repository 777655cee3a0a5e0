package dev.safebank.stress.watch;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The handshake between the watchdog and the actors that it frees: a ruling is written down before
 * the interrupt that announces it, and stays until the actor has read it.
 *
 * <p>A thread is freed only from a wait that is proved to have no other end. So the interrupt ends
 * that very wait, and cannot arrive late and disturb what the thread does next.
 */
final class Rulings {

  private final Map<Thread, Ruling> unanswered = new ConcurrentHashMap<>();

  /** Interrupts the thread because of the ruling. */
  void announce(Thread victim, Ruling ruling) {
    unanswered.put(victim, ruling);
    victim.interrupt();
  }

  /** Whether the thread has yet to read what was last announced to it. */
  boolean unanswered(Thread victim) {
    return unanswered.containsKey(victim);
  }

  /** What was last announced to the calling thread, once: reading it is the answer. */
  Optional<Ruling> answer() {
    return Optional.ofNullable(unanswered.remove(Thread.currentThread()));
  }
}
