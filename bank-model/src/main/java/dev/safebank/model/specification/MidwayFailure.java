package dev.safebank.model.specification;

/**
 * The exception that the {@link dev.safebank.model.Midway} hook throws in a call that is to fail.
 */
public final class MidwayFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** A failure without a stack trace, because many are thrown and none is unexpected. */
  public MidwayFailure() {
    super("fails midway, as specified by the call", null, false, false);
  }
}
