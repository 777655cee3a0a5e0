package dev.safebank.stress.run;

/**
 * What a user asked for cannot be done. The message is one line that names the thing, the cause and
 * the way out.
 */
final class UserError extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UserError(String message) {
    super(message);
  }

  UserError(String message, Throwable cause) {
    super(message, cause);
  }
}
