package dev.safebank.stress.watch;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Watches over the actors of a jcstress test in the JVM that runs them, and frees those that would
 * wait for ever, so that a deadlock becomes an outcome like any other.
 *
 * <p>It interrupts one victim at a time. A victim's actor catches the {@link InterruptedException}
 * and asks {@link #ruling()} what to report. What no interrupt can end, such as a deadlock of
 * {@code synchronized} blocks, halts the JVM with exit code 86.
 *
 * <p>The first deadlock and the first stall are kept as evidence, a
 * {@link dev.safebank.stress.evidence.Blockage} as one JSON line each, in the file that the system
 * property {@code safebank.blockages} names, if it is set.
 */
public final class Watchdog {

  /** The exit code of a JVM that the watchdog halted. */
  public static final int HALTED = 86;

  private static final Actors ACTORS = new Actors();
  private static final Rulings RULINGS = new Rulings();
  private static final AtomicBoolean WATCHING = new AtomicBoolean();

  private Watchdog() {}

  /**
   * Takes the actors of a test under guard, and starts watching this JVM if nobody does yet. To be
   * called from the test's static initialiser: so the watchdog is there before jcstress tries the
   * actors for the first time.
   *
   * @param test a class with methods annotated with jcstress's {@code @Actor}
   */
  public static void guard(Class<?> test) {
    ACTORS.add(test);
    if (WATCHING.compareAndSet(false, true)) {
      Thread runner = Thread.currentThread();
      Lookout lookout = new Lookout(ACTORS, new Participants(runner, runner.getThreadGroup()));
      new Rounds(new Patrol(lookout, RULINGS, new ForkReporter())).begin();
    }
  }

  /**
   * Why the calling actor was interrupted. Asking is the answer that the watchdog waits for: it can
   * be asked once per interrupt.
   *
   * @throws IllegalStateException if the watchdog has not interrupted the calling thread
   */
  public static Ruling ruling() {
    return RULINGS
        .answer()
        .orElseThrow(() -> new IllegalStateException("Thread \""
            + Thread.currentThread().getName()
            + "\" was interrupted, but not by the watchdog: somebody else interrupts actors, or the"
            + " ruling was asked for twice."));
  }
}
