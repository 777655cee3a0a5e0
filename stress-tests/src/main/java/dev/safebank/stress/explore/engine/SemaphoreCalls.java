package dev.safebank.stress.explore.engine;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Calls to a {@code Semaphore}. */
@CallsTo(Semaphore.class)
public final class SemaphoreCalls {

  private SemaphoreCalls() {}

  /** Stands in for {@link Semaphore#acquire()}. */
  public static void acquire(Semaphore semaphore, int site) throws InterruptedException {
    acquire(semaphore, 1, site);
  }

  /** Stands in for {@link Semaphore#acquire(int)}. */
  public static void acquire(Semaphore semaphore, int n, int site) throws InterruptedException {
    permits(semaphore).acquire(Steps.current(), Steps.actor(), n, true, site);
  }

  /** Stands in for {@link Semaphore#acquireUninterruptibly()}. */
  public static void acquireUninterruptibly(Semaphore semaphore, int site) {
    acquireUninterruptibly(semaphore, 1, site);
  }

  /** Stands in for {@link Semaphore#acquireUninterruptibly(int)}. */
  public static void acquireUninterruptibly(Semaphore semaphore, int n, int site) {
    try {
      permits(semaphore).acquire(Steps.current(), Steps.actor(), n, false, site);
    } catch (InterruptedException never) {
      throw new IllegalStateException("interrupted where that is not possible", never);
    }
  }

  /** Stands in for {@link Semaphore#tryAcquire()}. */
  public static boolean tryAcquire(Semaphore semaphore, int site) {
    return tryAcquire(semaphore, 1, site);
  }

  /** Stands in for {@link Semaphore#tryAcquire(int)}. */
  public static boolean tryAcquire(Semaphore semaphore, int n, int site) {
    return permits(semaphore).tryAcquire(Steps.current(), Steps.actor(), n, site);
  }

  /** Stands in for {@link Semaphore#tryAcquire(long, TimeUnit)}. */
  public static boolean tryAcquire(Semaphore semaphore, long time, TimeUnit unit, int site)
      throws InterruptedException {
    return tryAcquire(semaphore, 1, time, unit, site);
  }

  /** Stands in for {@link Semaphore#tryAcquire(int, long, TimeUnit)}. */
  public static boolean tryAcquire(Semaphore semaphore, int n, long time, TimeUnit unit, int site)
      throws InterruptedException {
    Interrupts.check(Steps.current(), Steps.actor(), site);
    return tryAcquire(semaphore, n, site);
  }

  /** Stands in for {@link Semaphore#release()}. */
  public static void release(Semaphore semaphore, int site) {
    release(semaphore, 1, site);
  }

  /** Stands in for {@link Semaphore#release(int)}. */
  public static void release(Semaphore semaphore, int n, int site) {
    permits(semaphore).release(Steps.current(), Steps.actor(), n, site);
  }

  /** Stands in for {@link Semaphore#availablePermits()}. */
  public static int availablePermits(Semaphore semaphore, int site) {
    return permits(semaphore).available(Steps.current(), Steps.actor(), site);
  }

  /** Stands in for {@link Semaphore#drainPermits()}. */
  public static int drainPermits(Semaphore semaphore, int site) {
    return permits(semaphore).drain(Steps.current(), Steps.actor(), site);
  }

  private static Permits permits(Semaphore semaphore) {
    return new Models(Steps.current()).permits(semaphore);
  }
}
