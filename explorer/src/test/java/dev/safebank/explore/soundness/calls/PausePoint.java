package dev.safebank.explore.soundness.calls;

/**
 * A place inside the JDK at which a thread may be held up. {@link PatchedJdk} puts a copy of this
 * class into {@code java.base}, and a call to it before whatever another thread might feel.
 */
public final class PausePoint {

  /** What to do there; null while nobody is interested, as when the JVM starts. */
  public static volatile Runnable hook;

  private PausePoint() {}

  /** Called by the JDK. */
  public static void reached() {
    Runnable current = hook;
    if (current != null) {
      current.run();
    }
  }
}
