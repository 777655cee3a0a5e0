package dev.safebank.stress.generate;

/** A {@link StressMatrix} that cannot be generated; the message says what to correct. */
final class MatrixException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  MatrixException(String message) {
    super(message);
  }
}
