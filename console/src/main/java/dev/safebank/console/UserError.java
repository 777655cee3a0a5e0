package dev.safebank.console;

/**
 * A program cannot do what its user asked for. The message is one line that names the thing, the
 * cause and the way out.
 */
public final class UserError extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UserError(String message) {
    super(message);
  }

  public UserError(String message, Throwable cause) {
    super(message, cause);
  }
}
