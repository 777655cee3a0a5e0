package dev.safebank.faults.right;

/** A call that another thread may make for its caller. */
public final class Request {

  private final Work work;
  private Object result;
  private Throwable failure;
  private volatile boolean done;

  /** What is asked for. */
  @FunctionalInterface
  public interface Work {
    Object make() throws Exception;
  }

  public Request(Work work) {
    this.work = work;
  }

  /** Makes the call, and keeps how it ended. */
  public void serve() {
    try {
      result = work.make();
    } catch (Throwable thrown) {
      failure = thrown;
    }
    done = true;
  }

  /** Whether it was served. */
  public boolean isDone() {
    return done;
  }

  /** How it ended: returns or throws what the call did. */
  public Object outcome() throws InterruptedException {
    if (failure instanceof InterruptedException interrupted) {
      throw interrupted;
    }
    if (failure instanceof RuntimeException unchecked) {
      throw unchecked;
    }
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure != null) {
      throw new IllegalStateException(failure);
    }
    return result;
  }
}
