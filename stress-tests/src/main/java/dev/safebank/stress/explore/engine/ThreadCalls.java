package dev.safebank.stress.explore.engine;

import java.time.Duration;
import java.util.Optional;

/** Calls to {@code Thread}. Time is nothing: sleeping and yielding leave all to the scheduler. */
@CallsTo(Thread.class)
public final class ThreadCalls {

  private ThreadCalls() {}

  /** Stands in for {@link Thread#currentThread()}: an object that was never started. */
  public static Thread currentThread(int site) {
    return Steps.actor().map(actor -> actor.identity).orElseGet(Thread::currentThread);
  }

  /** Stands in for {@link Thread#yield()}. */
  @SuppressWarnings("NamedLikeContextualKeyword") // It is named like what it stands in for.
  public static void yield(int site) {
    checkNotOver();
  }

  /** Stands in for {@link Thread#onSpinWait()}. */
  public static void onSpinWait(int site) {
    checkNotOver();
  }

  private static void checkNotOver() {
    if (Steps.actor().isPresent()) {
      Steps.current().checkNotOver();
    }
  }

  /** Stands in for {@link Thread#sleep(long)}. */
  public static void sleep(long millis, int site) throws InterruptedException {
    Interrupts.check(Steps.current(), Steps.actor(), site);
  }

  /** Stands in for {@link Thread#sleep(long, int)}. */
  public static void sleep(long millis, int nanos, int site) throws InterruptedException {
    Interrupts.check(Steps.current(), Steps.actor(), site);
  }

  /** Stands in for {@code Thread.sleep(Duration)}. */
  public static void sleep(Duration duration, int site) throws InterruptedException {
    Interrupts.check(Steps.current(), Steps.actor(), site);
  }

  /** Stands in for {@link Thread#interrupt()}. */
  public static void interrupt(Thread thread, int site) {
    Optional<Actor> self = Steps.actor();
    Optional<Actor> target = actorOf(thread);
    if (self.isPresent() && target.isPresent()) {
      Interrupts.set(Steps.current(), self.get(), target.get(), site);
    } else if (Steps.current() != null) {
      Steps.uncontrolled(site);
    }
  }

  /** Stands in for {@link Thread#interrupted()}. */
  public static boolean interrupted(int site) {
    Optional<Actor> self = Steps.actor();
    return self.isPresent() && Interrupts.test(Steps.current(), self.get(), self.get(), true, site);
  }

  /** Stands in for {@link Thread#isInterrupted()}. */
  public static boolean isInterrupted(Thread thread, int site) {
    Optional<Actor> self = Steps.actor();
    Optional<Actor> target = actorOf(thread);
    return self.isPresent()
        && target.isPresent()
        && Interrupts.test(Steps.current(), self.get(), target.get(), false, site);
  }

  /** Stands in for {@link Thread#start()}: the thread is one more actor. */
  public static void start(Thread thread, int site) {
    Optional<Actor> self = Steps.actor();
    if (self.isEmpty()) {
      throw new IllegalStateException(
          "The explorer starts threads only for actors, not for the constructor or the arbiter: "
              + Steps.current().site(site).where());
    }
    Steps.current().checkNotOver();
    StartedThread.start(Steps.current(), self.get(), thread, site);
  }

  /** Stands in for {@link Thread#join()}. */
  public static void join(Thread thread, int site) throws InterruptedException {
    join(thread, false, site);
  }

  /** Stands in for {@link Thread#join(long)}. */
  public static void join(Thread thread, long millis, int site) throws InterruptedException {
    join(thread, millis > 0, site);
  }

  private static void join(Thread thread, boolean timed, int site) throws InterruptedException {
    Optional<Actor> self = Steps.actor();
    Optional<Actor> target = actorOf(thread);
    if (self.isPresent() && target.isPresent()) {
      Interrupts.check(Steps.current(), self, site);
      Actor other = target.get();
      self.get()
          .pending()
          .be(Action.AWAIT, site)
          .touch(other.end, false)
          .when(() -> timed || other.ended.length > 0);
      Steps.current().touches().await(self.get(), other.end, site);
      if (other.ended.length > 0) {
        VectorClock.join(self.get().clock, other.ended);
      }
    }
  }

  /** Stands in for {@link Thread#isAlive()}. */
  public static boolean isAlive(Thread thread, int site) {
    Optional<Actor> self = Steps.actor();
    Optional<Actor> target = actorOf(thread);
    if (self.isPresent() && target.isPresent()) {
      self.get().pending().be(Action.READ, site).touch(target.get().end, false);
      Steps.current().touches().await(self.get(), target.get().end, site);
    }
    return target.isPresent() && target.get().ended.length == 0;
  }

  private static Optional<Actor> actorOf(Thread thread) {
    return Steps.current() == null ? Optional.empty() : Steps.current().crew().of(thread);
  }
}
