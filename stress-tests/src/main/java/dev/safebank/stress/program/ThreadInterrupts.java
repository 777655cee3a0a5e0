package dev.safebank.stress.program;

/** The calls of programs that are about interrupts, where the explorer can follow them. */
public final class ThreadInterrupts {

  private ThreadInterrupts() {}

  /** Interrupts a thread. */
  public static void interrupt(Thread thread) {
    thread.interrupt();
  }

  /** Whether the calling thread is interrupted, which it no longer is then. */
  public static boolean interrupted() {
    return Thread.interrupted();
  }
}
