package dev.safebank.explore.program;

/**
 * Thrown to end an actor's code early, when its execution is over. Only operations that acquire or
 * access something throw it, never a release.
 */
@SuppressWarnings(
    "StaticAssignmentOfThrowable") // Without a stack trace there is nothing stale to keep.
public final class ExecutionAborted extends Error {

  private static final long serialVersionUID = 1L;

  public static final ExecutionAborted INSTANCE = new ExecutionAborted();

  private ExecutionAborted() {
    super("the execution is over", null, false, false);
  }
}
