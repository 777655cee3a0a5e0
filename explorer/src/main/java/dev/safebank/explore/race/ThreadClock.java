package dev.safebank.explore.race;

/**
 * One thread's vector clock: per thread, up to when its actions happen before this thread's next
 * one. Not thread-safe: exactly one explored thread runs at any time.
 */
public final class ThreadClock {

  private final int thread;
  private final int[] times;
  private EpochListener listener = () -> {};

  /**
   * A thread's clock at its start.
   *
   * @param thread index of the thread
   * @param threads how many threads there can be in the execution
   */
  public ThreadClock(int thread, int threads) {
    this.thread = thread;
    this.times = new int[threads];
    this.times[thread] = 1;
  }

  /** Sets the listener that is called before the clock changes. */
  public void listen(EpochListener newListener) {
    listener = newListener;
  }

  /** Index of the thread. */
  public int thread() {
    return thread;
  }

  /** The thread's own time. */
  int now() {
    return times[thread];
  }

  /**
   * Whether what another thread did at that time of its own happens before this thread's next
   * action.
   */
  boolean hasSeen(int other, int time) {
    return times[other] >= time;
  }

  /** Begins a new time: what the thread does from now on is not part of what it released before. */
  public void tick() {
    listener.epochEnds();
    times[thread]++;
  }

  /**
   * All that happens before what the thread does next also happens before what {@code other} does.
   */
  public void inheritFrom(ThreadClock other) {
    System.arraycopy(other.times, 0, times, 0, times.length);
    times[thread] = 1;
    other.tick();
  }

  int[] snapshot() {
    return times.clone();
  }

  void join(int[] other) {
    if (other.length > 0) {
      listener.epochEnds();
      VectorClock.join(times, other);
    }
  }
}
