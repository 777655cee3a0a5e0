package dev.safebank.stress.watch;

import dev.safebank.evidence.BlockageKind;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Watches the actors of a jcstress test in the JVM that runs them, and interrupts those that would
 * wait forever, so that a deadlock becomes an outcome like any other.
 *
 * <p>It interrupts one victim at a time. A victim's actor catches the {@link InterruptedException}
 * and asks {@link #ruling()} what to report. What no interrupt can end, such as a deadlock of
 * {@code synchronized} blocks, halts the JVM with exit code 86.
 *
 * <p>A call that runs on and on, a livelock, ends the JVM in the same way.
 *
 * <p>The first deadlock, stall and endless call are kept as evidence, a
 * {@link dev.safebank.evidence.Blockage} as one JSON line each, in the file that the system
 * property {@code safebank.blockages} names, if it is set.
 */
public final class Watchdog {

  /**
   * This package as the start of internal class names: it observes a test, and is not part of it.
   */
  public static final String PACKAGE = "dev/safebank/stress/watch/";

  /** The exit code of a JVM that the watchdog halted. */
  public static final int HALTED = 86;

  private static final ActorMethods ACTORS = new ActorMethods();
  private static final PendingInterrupts INTERRUPTS = new PendingInterrupts();
  private static final AtomicBoolean WATCHING = new AtomicBoolean();

  /** Whether no sample has begun since the watchdog last asked. */
  private static volatile boolean sampleAwaited = true;

  private Watchdog() {}

  /**
   * Watches the actors of a test, and starts the watchdog of this JVM if it does not run yet. To be
   * called from the test's static initialiser, so that the watchdog runs before jcstress first
   * calls the actors.
   *
   * @param test a class with methods annotated with jcstress's {@code @Actor}
   */
  public static void guard(Class<?> test) {
    guard(test, true);
  }

  /**
   * Watches the actors of a test that does not know this class. They are not interrupted: a cycle
   * of waiting halts the JVM, and is kept as evidence.
   */
  static void guardUnaware(Class<?> test) {
    guard(test, false);
  }

  private static void guard(Class<?> test, boolean answered) {
    ACTORS.add(test);
    if (WATCHING.compareAndSet(false, true)) {
      Thread runner = Thread.currentThread();
      ThreadSampler sampler =
          new ThreadSampler(ACTORS, new TestThreads(runner, runner.getThreadGroup()));
      EndlessCallDetector endless =
          new EndlessCallDetector(Watchdog::sampleBegan, System::nanoTime, sampler::dump);
      new WatchdogThread(
              new WatchdogCheck(sampler, answered, endless, INTERRUPTS, new ForkReporter()))
          .begin();
      if (System.getProperty(ForkReporter.FILE) != null) {
        OrphanGuard.begin();
      }
    }
  }

  /**
   * A sample is about to begin: all calls on the samples before it are over. To be called where the
   * test's state is constructed. It writes only where the watchdog has asked since the last time,
   * so that threads which make samples do not disturb each other.
   */
  public static void sampleBegins() {
    if (sampleAwaited) {
      sampleAwaited = false;
    }
  }

  /** Whether a sample has begun since the last call. */
  private static boolean sampleBegan() {
    boolean began = !sampleAwaited;
    sampleAwaited = true;
    return began;
  }

  /**
   * What the calling actor reports, which the watchdog interrupted. The call tells the watchdog
   * that the interrupt has arrived; so it can be made once for each interrupt.
   *
   * @throws IllegalStateException if the watchdog has not interrupted the calling thread
   */
  public static String ruling() {
    return INTERRUPTS
        .answer()
        .map(BlockageKind::outcome)
        .orElseThrow(() -> new IllegalStateException("Thread \""
            + Thread.currentThread().getName()
            + "\" was interrupted, but not by the watchdog: other code interrupts actors, or ruling()"
            + " was called twice for one interrupt."));
  }
}
