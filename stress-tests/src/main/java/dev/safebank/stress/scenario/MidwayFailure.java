package dev.safebank.stress.scenario;

/**
 * The failure that strikes a transfer midway. There is one instance, without a stack trace, because
 * it is thrown a million times a second.
 */
@SuppressWarnings(
    "StaticAssignmentOfThrowable") // Without a stack trace there is nothing stale to keep.
final class MidwayFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  static final MidwayFailure INSTANCE = new MidwayFailure();

  private MidwayFailure() {
    super("fails midway, as the scenario wants", null, false, false);
  }
}
