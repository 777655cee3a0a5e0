package dev.safebank.stress.watch;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Watches the actors of a test in a forked JVM. */
public final class Watchdog {

  private static final Map<Thread, Ruling> RULINGS = new ConcurrentHashMap<>();

  private Watchdog() {}

  /** Announces a test; called from the static initialiser of each generated test class. */
  public static void guard(Class<?> test) {}

  /**
   * What was decided about the interrupt that the calling actor just caught.
   *
   * @throws IllegalStateException if the interrupt was not the watchdog's
   */
  public static Ruling ruling() {
    Ruling ruling = RULINGS.remove(Thread.currentThread());
    if (ruling != null) {
      return ruling;
    }
    throw new IllegalStateException("interrupted by something other than the watchdog");
  }
}
