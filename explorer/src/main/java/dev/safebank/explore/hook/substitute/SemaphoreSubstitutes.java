package dev.safebank.explore.hook.substitute;

import dev.safebank.explore.runtime.CurrentExecution;
import dev.safebank.explore.synchronizer.SemaphoreModel;
import dev.safebank.explore.synchronizer.SynchronizerModels;
import dev.safebank.explore.synchronizer.WaitMode;
import dev.safebank.explore.thread.Interrupts;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Calls to a {@code Semaphore}. */
@Substitutes(Semaphore.class)
public final class SemaphoreSubstitutes {

  private SemaphoreSubstitutes() {}

  /** Stands in for {@link Semaphore#acquire()}. */
  public static void acquire(Semaphore semaphore, int site) throws InterruptedException {
    acquire(semaphore, 1, site);
  }

  /** Stands in for {@link Semaphore#acquire(int)}. */
  public static void acquire(Semaphore semaphore, int n, int site) throws InterruptedException {
    acquire(semaphore, n, WaitMode.INTERRUPTIBLE, site);
  }

  /** Stands in for {@link Semaphore#acquireUninterruptibly()}. */
  public static void acquireUninterruptibly(Semaphore semaphore, int site) {
    acquireUninterruptibly(semaphore, 1, site);
  }

  /** Stands in for {@link Semaphore#acquireUninterruptibly(int)}. */
  public static void acquireUninterruptibly(Semaphore semaphore, int n, int site) {
    try {
      acquire(semaphore, n, WaitMode.UNINTERRUPTIBLE, site);
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
    return permits(semaphore)
        .tryAcquire(CurrentExecution.get(), CurrentExecution.thread(), notNegative(n), site);
  }

  /** Stands in for {@link Semaphore#tryAcquire(long, TimeUnit)}. */
  public static boolean tryAcquire(Semaphore semaphore, long time, TimeUnit unit, int site)
      throws InterruptedException {
    return tryAcquire(semaphore, 1, time, unit, site);
  }

  /** Stands in for {@link Semaphore#tryAcquire(int, long, TimeUnit)}. */
  public static boolean tryAcquire(Semaphore semaphore, int n, long time, TimeUnit unit, int site)
      throws InterruptedException {
    if (unit.toNanos(time) > 0) {
      return acquire(semaphore, n, WaitMode.TIMED, site);
    }
    Interrupts.check(CurrentExecution.get(), CurrentExecution.thread(), site);
    return tryAcquire(semaphore, n, site);
  }

  /** Stands in for {@link Semaphore#release()}. */
  public static void release(Semaphore semaphore, int site) {
    release(semaphore, 1, site);
  }

  /** Stands in for {@link Semaphore#release(int)}. */
  public static void release(Semaphore semaphore, int n, int site) {
    permits(semaphore)
        .release(CurrentExecution.get(), CurrentExecution.thread(), notNegative(n), site);
  }

  /** Stands in for {@link Semaphore#availablePermits()}. */
  public static int availablePermits(Semaphore semaphore, int site) {
    return permits(semaphore).available(CurrentExecution.get(), CurrentExecution.thread(), site);
  }

  /** Stands in for {@link Semaphore#drainPermits()}. */
  public static int drainPermits(Semaphore semaphore, int site) {
    return permits(semaphore).drain(CurrentExecution.get(), CurrentExecution.thread(), site);
  }

  /** Stands in for {@link Semaphore#isFair()}, which never changes. */
  public static boolean isFair(Semaphore semaphore, int site) {
    return semaphore.isFair();
  }

  /** Stands in for {@code Semaphore.reducePermits}, which only subclasses can call. */
  public static void reducePermits(Semaphore semaphore, int reduction, int site) {
    permits(semaphore)
        .reduce(CurrentExecution.get(), CurrentExecution.thread(), notNegative(reduction), site);
  }

  private static boolean acquire(Semaphore semaphore, int n, WaitMode mode, int site)
      throws InterruptedException {
    return permits(semaphore)
        .acquire(CurrentExecution.get(), CurrentExecution.thread(), notNegative(n), mode, site);
  }

  private static int notNegative(int n) {
    if (n < 0) {
      throw new IllegalArgumentException();
    }
    return n;
  }

  private static SemaphoreModel permits(Semaphore semaphore) {
    return new SynchronizerModels(CurrentExecution.get()).permits(semaphore);
  }
}
