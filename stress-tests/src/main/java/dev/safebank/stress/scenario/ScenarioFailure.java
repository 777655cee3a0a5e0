package dev.safebank.stress.scenario;

/**
 * The exception by which a transfer fails midway. There is one instance, without a stack trace,
 * because it is thrown a million times a second.
 */
@SuppressWarnings("StaticAssignmentOfThrowable") // It has no stack trace that could be out of date.
public final class ScenarioFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** The one instance. */
  public static final ScenarioFailure INSTANCE = new ScenarioFailure();

  private ScenarioFailure() {
    super("fails midway, as the scenario wants", null, false, false);
  }
}
